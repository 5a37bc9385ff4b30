/// Works on the parts of a stream on several threads, and hands the answers on in the order of the parts.
///
/// The calling thread reads and writes, and works where it would wait. No more than a few parts are between reading and
/// writing at a time, so memory is bounded by the size of the parts and not by the length of the stream.
///
/// - Parameters:
///   - threads: how many work, the calling one included; with one there is no other.
///   - next: the next part; `nil` at the end of the stream. Called on the calling thread.
///   - work: the answer to a part. Called on any thread, for several parts at once.
///   - take: is given each answer, in order. Called on the calling thread.
/// - Throws: what `next` and `take` throw, at once: a part that is being worked on is left to its thread.
package func workInOrder<Part: Sendable, Answer: Sendable>(
  threads: Int, next: () throws -> Part?, work: @escaping @Sendable (Part) -> Answer, take: (Answer) throws -> Void
) rethrows {
  guard let first = try next() else { return }
  // A stream of one part is answered sooner without threads.
  guard let second = try next() else { return try take(work(first)) }
  let crew = Crew(work)
  defer { crew.dismiss() }
  crew.give(first)
  crew.give(second)
  crew.enlist(threads - 1)
  // While the calling thread works on one part, the others have these.
  let most = max(1, threads) * 3
  while let part = try next() {
    crew.give(part)
    while let answer = crew.nextAnswer(isAwaited: crew.partsInHand >= most) { try take(answer) }
  }
  while let answer = crew.nextAnswer(isAwaited: true) { try take(answer) }
}
