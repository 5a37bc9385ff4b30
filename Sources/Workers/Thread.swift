internal import Glibc

/// How many threads can run at once; never more than eight.
package var processorCount: Int { min(8, max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

/// Starts a thread of the system, which ends with `body` or with the process.
///
/// Not a task: the threads of tasks have small stacks, which a merge of deep brackets could exceed, and starting their
/// executor takes longer than a whole run on a few lines.
///
/// - Returns: `false` where the system has no thread to give.
@safe
package func startThread(_ body: @escaping @Sendable () -> Void) -> Bool {
  let kept = unsafe Unmanaged.passRetained(ThreadBody(body))
  var thread = pthread_t()
  let code = unsafe pthread_create(
    &thread, nil,
    { argument in
      guard let argument = unsafe argument else { return nil }
      unsafe Unmanaged<ThreadBody>.fromOpaque(argument).takeRetainedValue().run()
      return nil
    }, kept.toOpaque())
  guard code == 0 else {
    unsafe kept.release()
    return false
  }
  pthread_detach(thread)
  return true
}

private final class ThreadBody: Sendable {
  let run: @Sendable () -> Void

  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}
