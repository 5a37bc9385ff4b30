internal import Glibc

/// What tells this program from any other build of it: the identity, size and time of its file.
///
/// What one build has kept is never used by another, which may well write the same draft otherwise.
@safe
func programStamp() -> String {
  var status = stat()
  guard unsafe stat("/proc/self/exe", &status) == 0 else { return "unknown \(getpid()) \(time(nil))" }
  let time = status.st_mtim
  return "\(status.st_dev)-\(status.st_ino)-\(status.st_size)-\(time.tv_sec).\(time.tv_nsec)"
}
