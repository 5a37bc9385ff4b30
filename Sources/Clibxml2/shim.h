#include <libxml/xmlreader.h>
#include <libxml/xmlwriter.h>
#include <libxml/xmlerror.h>
#include <dlfcn.h>

/* The library is loaded when the first document is opened: linked, it would cost every command about a millisecond.
   Each function that is used has the type of its declaration. */

#define AMEND_XML(name) __typeof__(name) *name##_function

typedef struct {
  AMEND_XML(xmlReaderForMemory);
  AMEND_XML(xmlFreeTextReader);
  AMEND_XML(xmlTextReaderRead);
  AMEND_XML(xmlTextReaderNodeType);
  AMEND_XML(xmlTextReaderIsEmptyElement);
  AMEND_XML(xmlTextReaderConstLocalName);
  AMEND_XML(xmlTextReaderConstNamespaceUri);
  AMEND_XML(xmlTextReaderConstValue);
  AMEND_XML(xmlTextReaderMoveToNextAttribute);
  AMEND_XML(xmlTextReaderMoveToElement);
  AMEND_XML(xmlTextReaderGetParserLineNumber);
  AMEND_XML(xmlTextReaderSetStructuredErrorHandler);
  AMEND_XML(xmlBufferCreate);
  AMEND_XML(xmlBufferFree);
  AMEND_XML(xmlBufferContent);
  AMEND_XML(xmlBufferLength);
  AMEND_XML(xmlNewTextWriterMemory);
  AMEND_XML(xmlFreeTextWriter);
  AMEND_XML(xmlTextWriterStartDocument);
  AMEND_XML(xmlTextWriterEndDocument);
  AMEND_XML(xmlTextWriterStartElement);
  AMEND_XML(xmlTextWriterEndElement);
  AMEND_XML(xmlTextWriterWriteAttribute);
  AMEND_XML(xmlTextWriterWriteString);
} amend_xml;

#define AMEND_XML_LOAD(name) \
  if (!(table->name##_function = (__typeof__(name) *)dlsym(library, #name))) return #name

/* Fills the table. Returns NULL, or what is missing: the library's file, or the name of a function. */
static inline const char *amend_xml_load(amend_xml *table, const char *file) {
  void *library = dlopen(file, RTLD_NOW | RTLD_LOCAL);
  if (!library) return file;
  AMEND_XML_LOAD(xmlReaderForMemory);
  AMEND_XML_LOAD(xmlFreeTextReader);
  AMEND_XML_LOAD(xmlTextReaderRead);
  AMEND_XML_LOAD(xmlTextReaderNodeType);
  AMEND_XML_LOAD(xmlTextReaderIsEmptyElement);
  AMEND_XML_LOAD(xmlTextReaderConstLocalName);
  AMEND_XML_LOAD(xmlTextReaderConstNamespaceUri);
  AMEND_XML_LOAD(xmlTextReaderConstValue);
  AMEND_XML_LOAD(xmlTextReaderMoveToNextAttribute);
  AMEND_XML_LOAD(xmlTextReaderMoveToElement);
  AMEND_XML_LOAD(xmlTextReaderGetParserLineNumber);
  AMEND_XML_LOAD(xmlTextReaderSetStructuredErrorHandler);
  AMEND_XML_LOAD(xmlBufferCreate);
  AMEND_XML_LOAD(xmlBufferFree);
  AMEND_XML_LOAD(xmlBufferContent);
  AMEND_XML_LOAD(xmlBufferLength);
  AMEND_XML_LOAD(xmlNewTextWriterMemory);
  AMEND_XML_LOAD(xmlFreeTextWriter);
  AMEND_XML_LOAD(xmlTextWriterStartDocument);
  AMEND_XML_LOAD(xmlTextWriterEndDocument);
  AMEND_XML_LOAD(xmlTextWriterStartElement);
  AMEND_XML_LOAD(xmlTextWriterEndElement);
  AMEND_XML_LOAD(xmlTextWriterWriteAttribute);
  AMEND_XML_LOAD(xmlTextWriterWriteString);
  return 0;
}
