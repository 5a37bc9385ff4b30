#include <zip.h>
#include <dlfcn.h>

/* The library is loaded when the first package is opened: linked, it would cost every command about a millisecond.
   Each function that is used has the type of its declaration in zip.h. */

#define AMEND_ZIP(name) __typeof__(name) *name##_function

typedef struct {
  AMEND_ZIP(zip_error_init);
  AMEND_ZIP(zip_error_fini);
  AMEND_ZIP(zip_source_buffer_create);
  AMEND_ZIP(zip_source_free);
  AMEND_ZIP(zip_source_keep);
  AMEND_ZIP(zip_source_open);
  AMEND_ZIP(zip_source_close);
  AMEND_ZIP(zip_source_read);
  AMEND_ZIP(zip_source_stat);
  AMEND_ZIP(zip_open_from_source);
  AMEND_ZIP(zip_discard);
  AMEND_ZIP(zip_close);
  AMEND_ZIP(zip_get_num_entries);
  AMEND_ZIP(zip_stat_init);
  AMEND_ZIP(zip_stat_index);
  AMEND_ZIP(zip_fopen_index);
  AMEND_ZIP(zip_fread);
  AMEND_ZIP(zip_fclose);
  AMEND_ZIP(zip_file_add);
  AMEND_ZIP(zip_file_set_dostime);
  AMEND_ZIP(zip_set_file_compression);
} amend_zip;

#define AMEND_ZIP_LOAD(name) \
  if (!(table->name##_function = (__typeof__(name) *)dlsym(library, #name))) return #name

/* Fills the table. Returns NULL, or what is missing: the library's file, or the name of a function. */
static inline const char *amend_zip_load(amend_zip *table, const char *file) {
  void *library = dlopen(file, RTLD_LAZY | RTLD_LOCAL);
  if (!library) return file;
  AMEND_ZIP_LOAD(zip_error_init);
  AMEND_ZIP_LOAD(zip_error_fini);
  AMEND_ZIP_LOAD(zip_source_buffer_create);
  AMEND_ZIP_LOAD(zip_source_free);
  AMEND_ZIP_LOAD(zip_source_keep);
  AMEND_ZIP_LOAD(zip_source_open);
  AMEND_ZIP_LOAD(zip_source_close);
  AMEND_ZIP_LOAD(zip_source_read);
  AMEND_ZIP_LOAD(zip_source_stat);
  AMEND_ZIP_LOAD(zip_open_from_source);
  AMEND_ZIP_LOAD(zip_discard);
  AMEND_ZIP_LOAD(zip_close);
  AMEND_ZIP_LOAD(zip_get_num_entries);
  AMEND_ZIP_LOAD(zip_stat_init);
  AMEND_ZIP_LOAD(zip_stat_index);
  AMEND_ZIP_LOAD(zip_fopen_index);
  AMEND_ZIP_LOAD(zip_fread);
  AMEND_ZIP_LOAD(zip_fclose);
  AMEND_ZIP_LOAD(zip_file_add);
  AMEND_ZIP_LOAD(zip_file_set_dostime);
  AMEND_ZIP_LOAD(zip_set_file_compression);
  return 0;
}
