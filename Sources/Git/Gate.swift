/// The one gate to libgit2: makes a call and, where it fails, reads the error at once.
///
/// The error belongs to the thread and is overwritten by the next call, so nothing may come between.
///
/// - Parameter action: what is being done, to be read after "cannot"; built only for a failure.
/// - Returns: what the C function returned; zero or more.
@safe @discardableResult
func gate(_ action: @autoclosure () -> String, _ call: () -> Int32) throws(GitError) -> Int32 {
  let status = call()
  if status < 0 { throw GitError(status: status, action: action) }
  return status
}

/// Makes a call for which "no such thing" is an answer and no failure.
///
/// - Returns: false where the thing does not exist.
@safe
func gateToSomethingOptional(_ action: @autoclosure () -> String, _ call: () -> Int32) throws(GitError) -> Bool {
  do throws(GitError) {
    try gate(action(), call)
    return true
  } catch  where error.code == .notFound {
    return false
  }
}

/// Refuses a text that would end early in C.
func refuseNull(in text: String, _ action: @autoclosure () -> String) throws(GitError) {
  if text.utf8.contains(0) { throw GitError(.invalidName, action(), "the text holds a NUL byte") }
}
