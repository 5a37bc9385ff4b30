internal import Drafting
internal import Git

/// Every step in the history of one paragraph and of those that it was cut from or put together with, and which step
/// each has its words from. Nothing is compared here but whole texts.
struct WordingSteps {
  private(set) var steps: [WordingStep] = []

  /// The steps of each paragraph on each branch, oldest first.
  private(set) var chains: [Chain: [Int]] = [:]

  /// The paragraphs that splits and joins connect with the one asked for, and whose words each act was about.
  let family: ParagraphFamily

  /// The decisions that the chair undid, by their places.
  private(set) var undone: Set<Int> = []

  /// The place of each commit among all of them.
  private(set) var ranks: [ObjectID: Int] = [:]

  struct Chain: Hashable {
    var identifier: ParagraphIdentifier
    /// `nil` for main.
    var branch: DelegationCode?
  }

  /// - Cost: follows the number of events of these paragraphs; two files are read for each.
  init(of identifier: ParagraphIdentifier, in negotiation: Negotiation) throws {
    family = try negotiation.family(of: identifier)
    steps = try Self.inOrder(negotiation.read(family.events).map { WordingStep($0) }, in: negotiation.repository)
    for (index, step) in steps.enumerated() {
      chains[Chain(identifier: step.identifier, branch: step.branch), default: []].append(index)
      if ranks[step.event.commit] == nil { ranks[step.event.commit] = index }
    }
    let gone = Set(steps.compactMap { $0.branch == nil ? $0.message.first(.undoes).flatMap { ObjectID($0) } : nil })
    undone = Set(steps.indices.filter { gone.contains(steps[$0].event.commit) })
  }

  /// The same steps of the footnotes' words.
  var ofFootnotes: WordingSteps {
    var notes = self
    notes.steps = steps.map(\.ofFootnotes)
    return notes
  }

  /// The last step of a paragraph on a branch; before another one where that is given.
  func last(_ identifier: ParagraphIdentifier, on branch: DelegationCode?, before step: Int? = nil) -> Int? {
    guard let chain = chains[Chain(identifier: identifier, branch: branch)] else { return nil }
    guard let step else { return chain.last }
    let rank = ranks[steps[step].event.commit] ?? step
    return chain.last { $0 < rank }
  }

  /// The wording after a step in parts, each with whether another paragraph of the family has its words after a later one;
  /// `nil` where nothing tells.
  ///
  /// - Parameter later: the step; the paragraph as it is now for `nil`.
  func parts(
    of index: Int, sharedWith identifier: ParagraphIdentifier, at later: Int?
  ) -> [(text: String, isShared: Bool)]? {
    let step = steps[index]
    guard let pieces = family.pieces, step.identifier != identifier, let text = step.after else { return nil }
    let parts = pieces.parts(
      of: text, on: step.identifier, seen: step.event.decisions, sharedWith: identifier,
      seen: later.map { steps[$0].event.decisions } ?? .max)
    return parts.isEmpty ? nil : parts
  }

  /// The steps whose wordings a step may have words from, the one that it changes first.
  func sources(of index: Int) -> [Int] {
    let step = steps[index]
    let own = step.branch == nil ? ownOnMain(index) : ownOnBranch(index)
    var found = own.map { [$0] } ?? []
    func add(_ other: Int?) {
      if let other, other != index, !found.contains(other) { found.append(other) }
    }
    for taken in step.message.values(.adopted) { for place in proposals(named: taken, before: index) { add(place) } }
    // Who supports an amendment has the words from the amender, and the amender those of whom it amends.
    let isSupport = step.message.action == .support
    if step.amended == nil || isSupport, let on = step.message.first(.on), let code = try? DelegationCode(on),
      step.branch != nil
    {
      add(last(step.identifier, on: code, before: index))
    }
    if let amended = step.amended { add(proposal(of: amended.code, commit: amended.commit, before: index)) }
    if let amended = step.amended, step.message.action == .follow { add(follow(of: amended.code, like: index)) }
    if step.message.action == .undo { add(undone(by: index)) }
    if step.branch != nil {
      add(last(step.identifier, on: nil, before: index))
      add(beforeWhatIsUndone(by: index))
    }
    if family.paragraphs.count > 1, step.mayTakeFromOthers {
      let joined = step.joined
      for other in family.paragraphs where other != step.identifier && (joined.isEmpty || joined.contains(other)) {
        add(last(other, on: step.branch, before: index))
        add(last(other, on: nil, before: index))
        if step.message.action == .undo { add(undone(by: index, of: other)) }
      }
    }
    return found
  }

  private func ownOnMain(_ index: Int) -> Int? {
    let step = steps[index]
    if let before = last(step.identifier, on: nil, before: index) { return before }
    // The second half of a paragraph has its words from the first.
    return step.joined.first.flatMap { $0 == step.identifier ? nil : last($0, on: nil, before: index) }
  }

  /// What the branch had: the chair's text, unless the delegation had other words.
  private func ownOnBranch(_ index: Int) -> Int? {
    let step = steps[index]
    let before = step.before
    let main = last(step.identifier, on: nil, before: index)
    if let main, steps[main].after == before { return main }
    let chain = chains[Chain(identifier: step.identifier, branch: step.branch)]?.prefix { $0 < index } ?? []
    return chain.last { steps[$0].after == before }
      ?? chains[Chain(identifier: step.identifier, branch: nil)]?.last { $0 < index && steps[$0].after == before }
      ?? chain.last ?? main
  }

  /// The step of a proposal that a trailer names, `VEN 3f2a9c1`; with it the one that was made on a paragraph which this
  /// one was split from or joined with since.
  private func proposals(named text: String, before index: Int) -> [Int] {
    let parts = text.split(separator: " ").map(String.init)
    guard parts.count == 2, let code = try? DelegationCode(parts[0]) else { return [] }
    let related = family.paragraphs.filter { $0 != steps[index].identifier }.compactMap { other in
      chains[Chain(identifier: other, branch: code)]?.first {
        $0 < index && steps[$0].event.commit.description.hasPrefix(parts[1])
      }
    }
    // Who struck what is told where it was asked for.
    return related + [proposal(of: code, commit: parts[1], before: index)].compactMap { $0 }
  }

  private func proposal(of code: DelegationCode, commit: String, before index: Int) -> Int? {
    let identifier = steps[index].identifier
    let chain = chains[Chain(identifier: identifier, branch: code)] ?? []
    if let named = chain.first(where: { steps[$0].event.commit.description.hasPrefix(commit) }) {
      // What the branch has since carried over to other words of the chair's is the same proposal.
      let rank = ranks[steps[index].event.commit] ?? index
      let later = chain.filter { $0 > named && $0 < rank }
      return later.prefix { steps[$0].message.action == .follow }.last ?? named
    }
    return last(identifier, on: code, before: index)
  }

  /// The step by which another branch followed the decision that this step follows.
  private func follow(of code: DelegationCode, like index: Int) -> Int? {
    let step = steps[index]
    return chains[Chain(identifier: step.identifier, branch: code)]?.last {
      steps[$0].message.action == .follow && steps[$0].event.parents.last == step.event.parents.last
    }
  }

  /// The step whose wording the undoing of a decision only restores: words, their histories, and what was struck before;
  /// `nil` for any other step.
  func restored(by index: Int) -> Int? {
    if steps[index].branch != nil { return restoredOnBranch(by: index) }
    guard steps[index].message.action == .undo, let before = undone(by: index), before != index,
      steps[before].after == steps[index].after
    else { return nil }
    return before
  }

  /// What a branch said before a decision, where it says so again now that it follows the undoing of that.
  private func restoredOnBranch(by index: Int) -> Int? {
    beforeWhatIsUndone(by: index).flatMap { steps[$0].after == steps[index].after ? $0 : nil }
  }

  /// What a branch said before a decision that it now follows the undoing of: it may say so again beside other words.
  private func beforeWhatIsUndone(by index: Int) -> Int? {
    let step = steps[index]
    guard step.message.action == .follow, let main = step.event.parents.last, let undoing = ranks[main],
      steps[undoing].message.action == .undo,
      let decision = steps[undoing].message.first(.undoes).flatMap({ ObjectID($0) }), let rank = ranks[decision],
      let before = chains[Chain(identifier: step.identifier, branch: step.branch)]?.last(where: { $0 < rank })
    else { return nil }
    return before
  }

  /// Whether a step takes a paragraph away that the chair's text did not have before the decision which it undoes.
  func restoresNothing(_ index: Int) -> Bool {
    let step = steps[index]
    return step.branch == nil && step.message.action == .undo && step.after == nil && undone(by: index) == nil
      && step.message.first(.undoes).flatMap { ObjectID($0) }.flatMap { ranks[$0] } != nil
  }

  /// The chair's wording before the decision that a step undoes.
  private func undone(by index: Int, of identifier: ParagraphIdentifier? = nil) -> Int? {
    guard let name = steps[index].message.first(.undoes), let commit = ObjectID(name), let rank = ranks[commit] else {
      return nil
    }
    return chains[Chain(identifier: identifier ?? steps[index].identifier, branch: nil)]?.last { $0 < rank }
  }
}
