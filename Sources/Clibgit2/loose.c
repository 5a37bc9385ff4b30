/*
 * Objects in files of their own, read whole or refused.
 *
 * libgit2 1.5 inflates such a file until it has as many bytes as the file's first line promises; where the file was cut
 * off, it never stops. So these files are read here, with zlib, as git-hash-object(1) writes them: the kind, a space, the
 * length in decimal digits, a zero, then that many bytes, all of it deflated. Writing, finding and listing them stays
 * libgit2's.
 */

#include "shim.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

/* Longer than any first line: "commit", a space, twenty digits and the zero are 28. */
#define FIRST_LINE 32

struct loose_files {
  git_odb_backend backend;
  char folder[];
};

/* A file on its way through zlib. */
struct inflation {
  z_stream stream;
  unsigned char *file;
  /* What came out first; the bytes from `body` to `filled` are the object's. */
  unsigned char start[FIRST_LINE];
  size_t body, filled;
  git_object_t kind;
  size_t length;
};

static int damaged(const char *what) {
  git_error_set_str(GIT_ERROR_ODB, what);
  return GIT_ERROR;
}

/* The content of a file, in memory that the caller frees; 0, or a code of libgit2's. */
static int content(const char *path, unsigned char **bytes, size_t *count) {
  int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0 && (errno == ENOENT || errno == ENOTDIR)) return GIT_ENOTFOUND;
  struct stat about;
  if (file < 0 || fstat(file, &about) != 0) {
    char reason[4096 + 256];
    snprintf(reason, sizeof reason, "%s: %s", path, strerror(errno));
    git_error_set_str(GIT_ERROR_OS, reason);
    if (file >= 0) close(file);
    return GIT_ERROR;
  }
  size_t size = (size_t)about.st_size, done = 0;
  *bytes = malloc(size + 1);
  while (*bytes && done < size) {
    ssize_t came = read(file, *bytes + done, size - done);
    if (came < 0 && errno == EINTR) continue;
    if (came <= 0) break;
    done += (size_t)came;
  }
  close(file);
  *count = done;
  return *bytes ? 0 : damaged("there is no memory for the loose object");
}

/* Reads the first line; `body` is then behind it. */
static int read_first_line(struct inflation *object) {
  const char *zero = memchr(object->start, 0, object->filled);
  const char *space = zero ? memchr(object->start, ' ', (size_t)(zero - (char *)object->start)) : 0;
  if (!space || space + 1 == zero) return damaged("the loose object has no first line");
  char kind[FIRST_LINE] = {0};
  memcpy(kind, object->start, (size_t)(space - (char *)object->start));
  object->kind = git_object_string2type(kind);
  if (object->kind == GIT_OBJECT_INVALID) return damaged("the loose object is of no kind that git knows");
  object->length = 0;
  for (const char *digit = space + 1; digit < zero; digit++) {
    if (*digit < '0' || *digit > '9' || __builtin_mul_overflow(object->length, 10, &object->length) ||
        __builtin_add_overflow(object->length, (size_t)(*digit - '0'), &object->length)) {
      return damaged("the loose object has no length");
    }
  }
  object->body = (size_t)(zero + 1 - (char *)object->start);
  return 0;
}

/* Inflates into `room` bytes; how many came. Stops at the end of the file, however early that is. */
static size_t inflate_into(struct inflation *object, unsigned char *bytes, size_t room) {
  size_t done = 0;
  for (;;) {
    size_t some = room - done < 1 << 30 ? room - done : 1 << 30;
    object->stream.next_out = bytes + done;
    object->stream.avail_out = (uInt)some;
    int code = inflate(&object->stream, Z_NO_FLUSH);
    size_t came = some - object->stream.avail_out;
    done += came;
    if (code != Z_OK || came == 0 || done == room) return done;
  }
}

static int begin(struct inflation *object, git_odb_backend *backend, const git_oid *name) {
  const struct loose_files *files = (const struct loose_files *)backend;
  memset(object, 0, sizeof *object);
  char digits[GIT_OID_HEXSZ + 1], path[4096];
  git_oid_tostr(digits, sizeof digits, name);
  int length = snprintf(path, sizeof path, "%s/%.2s/%s", files->folder, digits, digits + 2);
  if (length < 0 || (size_t)length >= sizeof path) return damaged("the path of the loose object is too long");
  size_t count = 0;
  int code = content(path, &object->file, &count);
  if (code < 0) return code;
  object->stream.next_in = object->file;
  object->stream.avail_in = (uInt)count;
  if (count > UINT32_MAX || inflateInit(&object->stream) != Z_OK) {
    free(object->file);
    return damaged("the loose object cannot be inflated");
  }
  object->filled = inflate_into(object, object->start, FIRST_LINE);
  code = read_first_line(object);
  if (code < 0) {
    inflateEnd(&object->stream);
    free(object->file);
  }
  return code;
}

/* Whether the deflated bytes end here, with their checksum, and the file with them. */
static int is_at_end(struct inflation *object) {
  unsigned char more;
  object->stream.next_out = &more;
  object->stream.avail_out = 1;
  return inflate(&object->stream, Z_FINISH) == Z_STREAM_END && object->stream.avail_out == 1
      && object->stream.avail_in == 0;
}

static int read_object(
    void **data, size_t *length, git_object_t *kind, git_odb_backend *backend, const git_oid *name) {
  struct inflation object;
  int code = begin(&object, backend, name);
  if (code < 0) return code;
  size_t early = object.filled - object.body;
  /* With a zero behind the end, as libgit2 gives its own. */
  unsigned char *bytes =
      object.length < SIZE_MAX ? git_odb_backend_data_alloc(backend, object.length + 1) : 0;
  if (!bytes) {
    code = damaged("there is no memory for the loose object");
  } else if (early > object.length) {
    code = damaged("the loose object is longer than it says");
  } else {
    memcpy(bytes, object.start + object.body, early);
    size_t came = early + inflate_into(&object, bytes + early, object.length - early);
    if (came < object.length) {
      code = damaged("the file of the loose object is cut off or damaged");
    } else if (!is_at_end(&object)) {
      code = damaged("the file of the loose object does not end where it should");
    }
  }
  inflateEnd(&object.stream);
  free(object.file);
  if (code < 0) {
    if (bytes) git_odb_backend_data_free(backend, bytes);
    return code;
  }
  bytes[object.length] = 0;
  *data = bytes;
  *length = object.length;
  *kind = object.kind;
  return 0;
}

static int read_kind(size_t *length, git_object_t *kind, git_odb_backend *backend, const git_oid *name) {
  struct inflation object;
  int code = begin(&object, backend, name);
  if (code < 0) return code;
  inflateEnd(&object.stream);
  free(object.file);
  *length = object.length;
  *kind = object.kind;
  return 0;
}

static void free_files(git_odb_backend *backend) { free(backend); }

int git_read_loose_objects_whole(git_odb *database, const char *folder) {
  for (size_t place = 0; place < git_odb_num_backends(database); place++) {
    git_odb_backend *theirs = 0;
    int code = git_odb_get_backend(&theirs, database, place);
    if (code < 0) return code;
    /* Only those for loose objects can be read as a stream. */
    if (!theirs->readstream) continue;
    theirs->read = 0;
    theirs->read_header = 0;
  }
  struct loose_files *files = calloc(1, sizeof *files + strlen(folder) + 1);
  if (!files || git_odb_init_backend(&files->backend, GIT_ODB_BACKEND_VERSION) < 0) {
    free(files);
    return damaged("there is no memory to open the object database");
  }
  strcpy(files->folder, folder);
  files->backend.read = read_object;
  files->backend.read_header = read_kind;
  files->backend.free = free_files;
  /* The priority is that of libgit2's own, below that of the packs. */
  int code = git_odb_add_backend(database, &files->backend, 1);
  if (code < 0) {
    free(files);
    return code;
  }
  return 0;
}
