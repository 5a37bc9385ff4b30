/*
 * libxml2 without ICU and without compressed files.
 *
 * The program links libxml2's archive. Its shared library would have ICU and the C++ library loaded and relocated before the
 * first document is read: a millisecond of the eight that a small one takes. ICU converts encodings that neither libxml2
 * itself nor the C library's iconv knows, liblzma and zlib's files are for compressed XML on the disk: Word needs neither, it
 * writes UTF-8 and UTF-16 into a package. So these functions stand for theirs and refuse. They are hidden, so that a library loaded later never meets them.
 * Their names end with ICU's version, that of Debian 12; where another is used the linker says so.
 */

#define HIDDEN __attribute__((visibility("hidden")))
#define REFUSES(name) HIDDEN int name(void); int name(void) { return 11; }
#define HAS_NONE(name) HIDDEN void *name(void); void *name(void) { return 0; }

/* Any error is above zero: this is U_UNSUPPORTED_ERROR. */
HIDDEN void *ucnv_open_72(const char *name, int *status);
void *ucnv_open_72(const char *name, int *status) {
  (void)name;
  *status = 16;
  return 0;
}

/* Called only with what was opened. */
REFUSES(ucnv_close_72)
REFUSES(ucnv_convertEx_72)
REFUSES(ucnv_setFromUCallBack_72)
REFUSES(ucnv_setToUCallBack_72)
REFUSES(UCNV_FROM_U_CALLBACK_STOP_72)
REFUSES(UCNV_TO_U_CALLBACK_STOP_72)

/* LZMA_PROG_ERROR. */
REFUSES(lzma_auto_decoder)
REFUSES(lzma_code)
REFUSES(lzma_end)
REFUSES(lzma_properties_decode)

/* zlib's files. */
HAS_NONE(gzdopen)
HAS_NONE(gzopen64)
REFUSES(gzclose)
REFUSES(gzdirect)
REFUSES(gzread)
REFUSES(gzwrite)
