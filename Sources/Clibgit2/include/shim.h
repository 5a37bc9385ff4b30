#include <git2.h>
#include <git2/sys/commit.h>
#include <git2/sys/mempack.h>
#include <git2/sys/odb_backend.h>
#include <git2/sys/repository.h>

/*
 * Has an object in a file of its own that was cut off refused, where libgit2 would read on for ever (loose.c).
 * `folder` is one of those that the database reads objects from; called once for each of them.
 */
int git_read_loose_objects_whole(git_odb *database, const char *folder);

/* git_libgit2_opts takes any number of arguments, which Swift cannot call: one forwarder an option. */

static inline int git_option_sync_to_disk(int enabled) {
  return git_libgit2_opts(GIT_OPT_ENABLE_FSYNC_GITDIR, enabled);
}

static inline int git_option_check_hashes(int enabled) {
  return git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, enabled);
}

static inline int git_option_configuration_folder(int level, const char *path) {
  return git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, level, path);
}
