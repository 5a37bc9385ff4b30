/// The answers to a list of parts, in their order, worked out on every processor.
///
/// - Parameter work: the answer to a part. Called on any thread, for several parts at once.
/// - Cost: nothing beside the work for a list of a few dozen parts, for which no thread is started.
package func inParallel<Part: Sendable, Answer: Sendable>(
  _ parts: [Part], _ work: @escaping @Sendable (Part) -> Answer
) -> [Answer] {
  let size = 64
  var answers: [Answer] = []
  answers.reserveCapacity(parts.count)
  var start = 0
  workInOrder(threads: processorCount) { () -> ArraySlice<Part>? in
    guard start < parts.count else { return nil }
    defer { start += size }
    return parts[start..<min(start + size, parts.count)]
  } work: { slice in
    slice.map(work)
  } take: { (done: [Answer]) in
    answers += done
  }
  return answers
}
