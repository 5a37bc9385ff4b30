internal import Commands
internal import Glibc

/// The count of work done, on the error stream of a terminal, once the work has taken a second.
final class Progress {
  private let errors: Output?
  private let subject: String
  private let start = Progress.seconds()
  private var last = 0.0
  private var isShown = false

  /// - Parameter subject: what is counted: `paragraphs imported`.
  init(_ session: Session, _ subject: String) {
    errors = session.streams.errors.isTerminal && !session.isQuiet ? session.streams.errors : nil
    self.subject = subject
  }

  func update(_ done: Int, of total: Int) {
    if done % 64 == 0 || done == total { show("\(done) of \(total) \(subject)") }
  }

  /// Where nobody knows yet how much there is to do.
  func update(_ done: Int) { show("\(done) \(subject)") }

  private func show(_ text: String) {
    guard let errors else { return }
    let now = Progress.seconds()
    guard now - start > 1, now - last > 0.1 else { return }
    last = now
    isShown = true
    errors.note("\r\(text)")
  }

  /// Takes the count off the screen.
  func finish() {
    if isShown { errors?.eraseLine() }
  }

  @safe
  private static func seconds() -> Double {
    var moment = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &moment)
    return Double(moment.tv_sec) + Double(moment.tv_nsec) / 1e9
  }
}
