internal import Drafting

extension WordingSteps {
  /// The steps by which a delegation asked for something, not only followed the chair, that were about words which a
  /// paragraph has now: in it, or in one that it was split from or joined with. What it took back since is none, unless it
  /// has asked for nothing else: an undone decision may have brought it back.
  func asked(_ identifier: ParagraphIdentifier, by code: DelegationCode) -> [Int] {
    family.paragraphs.flatMap { other in
      let acts = (chains[Chain(identifier: other, branch: code)] ?? []).filter { index in
        steps[index].message.action != .follow
          && family.homes(of: steps[index].event.commit, on: other).contains(identifier)
      }
      let runs = acts.split { steps[$0].message.action == .withdraw }
      return acts.last == runs.last?.last ? Array(runs.last ?? []) : runs.flatMap { $0 }
    }.sorted()
  }

  /// The step by which a delegation asked for what it has after a step; `nil` for the chair.
  func asked(upTo index: Int) -> Int? {
    let step = steps[index]
    guard step.branch != nil else { return nil }
    return chains[Chain(identifier: step.identifier, branch: step.branch)]?.last {
      $0 <= index && steps[$0].message.action != .follow
    }
  }

  /// Whether a step is what a delegation asked for, and not only how its branch followed the chair.
  func asks(_ index: Int) -> Bool { steps[index].branch != nil && steps[index].message.action != .follow }

  /// Whether a step is what the chair decided, not the draft that was imported.
  func isDecision(_ index: Int) -> Bool { steps[index].branch == nil && steps[index].message.action != .importing }

  /// Whether words that a step brought in are struck by what a delegation had asked for before: it came into conflict with
  /// the chair's decision that brought them.
  func isInConflict(_ striker: Int, with arrival: Int) -> Bool {
    asks(striker) && isDecision(arrival) && striker < arrival
  }

  /// Whether what a delegation said in a step may still be wanted before a later one: it was not taken back, nor rejected.
  func mayStand(_ index: Int, of code: DelegationCode, before later: Int) -> Bool {
    steps[index].message.action != .withdraw
      && !chairs(steps[index].identifier, from: index, before: later).contains { chairs in
        chairs > index && steps[chairs].message.rejects(code)
      }
  }

  /// The chair's steps on a paragraph from the one that another step stood beside until before a later one.
  func chairs(_ identifier: ParagraphIdentifier, from index: Int, before later: Int) -> [Int] {
    let first = last(identifier, on: nil, before: index) ?? index
    let rank = ranks[steps[later].event.commit] ?? later
    return (chains[Chain(identifier: identifier, branch: nil)] ?? []).filter { first <= $0 && $0 < rank }
  }
}
