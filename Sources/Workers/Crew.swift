internal import Synchronization

/// Threads that work on parts as they are given.
///
/// One thread gives the parts and takes the answers: the owner. Every other method is for the threads that it enlists.
final class Crew<Part: Sendable, Answer: Sendable>: Sendable {
  private struct State {
    /// Parts that nobody works on yet, in their order, and the number of the first.
    var parts: ArraySlice<Part> = []
    var firstPart = 0

    /// Answers that are not taken yet, by the number of their part.
    var answers: [Int: Answer] = [:]

    /// The number of the part whose answer is taken next.
    var taken = 0

    /// How many threads wait for a part.
    var idle = 0
    var isOwnerWaiting = false
    var isDismissed = false

    /// The first part that nobody works on, with its number.
    mutating func claim() -> (number: Int, part: Part)? {
      guard let part = parts.popFirst() else { return nil }
      firstPart += 1
      return (firstPart - 1, part)
    }
  }

  /// What the owner does next for an answer.
  private enum Step {
    case take(Answer?)
    case work(number: Int, part: Part)
    case wait
  }

  private let work: @Sendable (Part) -> Answer
  private let state = Mutex(State())
  private let partIsGiven = Signal()
  private let answerIsReady = Signal()

  init(_ work: @escaping @Sendable (Part) -> Answer) { self.work = work }

  /// How many parts were given and their answers not taken.
  var partsInHand: Int { state.withLock { $0.firstPart + $0.parts.count - $0.taken } }

  func give(_ part: Part) {
    let isAwaited = state.withLock { state in
      state.parts.append(part)
      defer { state.idle = max(0, state.idle - 1) }
      return state.idle > 0
    }
    if isAwaited { partIsGiven.send() }
  }

  /// The next answer in the order of the parts; `nil` where every answer is taken, or it is not awaited and not ready.
  ///
  /// - Parameter isAwaited: to work on other parts until it is ready, and to wait where there are none.
  func nextAnswer(isAwaited: Bool) -> Answer? {
    while true {
      let step: Step = state.withLock { state in
        if let answer = state.answers.removeValue(forKey: state.taken) {
          state.taken += 1
          return .take(answer)
        }
        if !isAwaited { return .take(nil) }
        if let (number, part) = state.claim() { return .work(number: number, part: part) }
        if state.taken == state.firstPart { return .take(nil) }
        state.isOwnerWaiting = true
        return .wait
      }
      switch step {
      case .take(let answer): return answer
      case .work(let number, let part): store(work(part), number)
      case .wait: answerIsReady.wait()
      }
    }
  }

  /// Starts as many threads as can be had; the owner does what is left.
  func enlist(_ count: Int) {
    guard partIsGiven.isOpen, answerIsReady.isOpen else { return }
    for _ in 0..<max(0, count) where !startThread({ self.serve() }) { return }
  }

  /// Lets the threads go, each after the part that it works on.
  func dismiss() {
    let idle = state.withLock { state in
      state.isDismissed = true
      state.parts = []
      return state.idle
    }
    for _ in 0..<idle { partIsGiven.send() }
  }

  /// Works until dismissed.
  private func serve() {
    while true {
      let claimed: (number: Int, part: Part)?? = state.withLock { state in
        if state.isDismissed { return .none }
        if let claimed = state.claim() { return claimed }
        state.idle += 1
        return .some(nil)
      }
      guard let claimed else { return }
      if let claimed { store(work(claimed.part), claimed.number) } else { partIsGiven.wait() }
    }
  }

  private func store(_ answer: Answer, _ number: Int) {
    let isAwaited = state.withLock { state in
      state.answers[number] = answer
      guard state.isOwnerWaiting, number == state.taken else { return false }
      state.isOwnerWaiting = false
      return true
    }
    if isAwaited { answerIsReady.send() }
  }
}
