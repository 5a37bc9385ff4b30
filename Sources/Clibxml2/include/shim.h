/* libxml2's headers lie in a folder that only pkg-config names, which would name its shared library to the linker as well;
   so what is used of them is declared here, as libxml/xmlreader.h, xmlwriter.h, tree.h and xmlerror.h do. */

typedef unsigned char xmlChar;
typedef struct _xmlTextReader *xmlTextReaderPtr;
typedef struct _xmlTextWriter *xmlTextWriterPtr;
typedef struct _xmlBuffer *xmlBufferPtr;

typedef enum { XML_PARSE_NONET = 1 << 11, XML_PARSE_COMPACT = 1 << 16 } xmlParserOption;

typedef enum {
  XML_READER_TYPE_ELEMENT = 1,
  XML_READER_TYPE_TEXT = 3,
  XML_READER_TYPE_CDATA = 4,
  XML_READER_TYPE_ENTITY_REFERENCE = 5,
  XML_READER_TYPE_DOCUMENT_TYPE = 10,
  XML_READER_TYPE_WHITESPACE = 13,
  XML_READER_TYPE_SIGNIFICANT_WHITESPACE = 14,
  XML_READER_TYPE_END_ELEMENT = 15
} xmlReaderTypes;

typedef enum { XML_ERR_NONE = 0, XML_ERR_WARNING = 1, XML_ERR_ERROR = 2, XML_ERR_FATAL = 3 } xmlErrorLevel;

/* The beginning of the library's structure, which it allocates itself. */
typedef struct amend_xml_error {
  int domain;
  int code;
  char *message;
  xmlErrorLevel level;
} amend_xml_error;
typedef amend_xml_error *xmlErrorPtr;

typedef void (*xmlStructuredErrorFunc)(void *context, xmlErrorPtr error);

xmlTextReaderPtr xmlReaderForMemory(const char *bytes, int size, const char *url, const char *encoding, int options);
void xmlFreeTextReader(xmlTextReaderPtr reader);
int xmlTextReaderRead(xmlTextReaderPtr reader);
int xmlTextReaderNodeType(xmlTextReaderPtr reader);
int xmlTextReaderIsEmptyElement(xmlTextReaderPtr reader);
const xmlChar *xmlTextReaderConstLocalName(xmlTextReaderPtr reader);
const xmlChar *xmlTextReaderConstNamespaceUri(xmlTextReaderPtr reader);
const xmlChar *xmlTextReaderConstValue(xmlTextReaderPtr reader);
int xmlTextReaderMoveToNextAttribute(xmlTextReaderPtr reader);
int xmlTextReaderMoveToElement(xmlTextReaderPtr reader);
int xmlTextReaderGetParserLineNumber(xmlTextReaderPtr reader);
void xmlTextReaderSetStructuredErrorHandler(xmlTextReaderPtr reader, xmlStructuredErrorFunc handler, void *context);
xmlBufferPtr xmlBufferCreate(void);
void xmlBufferFree(xmlBufferPtr buffer);
const xmlChar *xmlBufferContent(const struct _xmlBuffer *buffer);
int xmlBufferLength(const struct _xmlBuffer *buffer);
xmlTextWriterPtr xmlNewTextWriterMemory(xmlBufferPtr buffer, int compression);
void xmlFreeTextWriter(xmlTextWriterPtr writer);
int xmlTextWriterStartDocument(
  xmlTextWriterPtr writer, const char *version, const char *encoding, const char *standalone);
int xmlTextWriterEndDocument(xmlTextWriterPtr writer);
/* Their words are UTF-8 of either sign: Swift passes a string on as char without a copy, and as xmlChar with one. */
int xmlTextWriterStartElement(xmlTextWriterPtr writer, const char *name);
int xmlTextWriterEndElement(xmlTextWriterPtr writer);
int xmlTextWriterWriteAttribute(xmlTextWriterPtr writer, const char *name, const char *value);
int xmlTextWriterWriteString(xmlTextWriterPtr writer, const char *text);
