internal import Drafting
internal import Merging

extension DraftOrder {
  /// The new paragraphs of a delegation that stand elsewhere in the consolidated order than in its own, each with what it
  /// shall stand after.
  ///
  /// A paragraph that several delegations propose is printed once: those whose text has it in another place say so, as
  /// they do for a move.
  ///
  /// - Parameters:
  ///   - consolidated: the order in which everything is printed.
  ///   - moved: what the delegation moves, and so is placed in any case.
  ///   - new: the paragraphs in question.
  func displaced(
    in consolidated: [Predecessor], moved: Set<Predecessor>, new: Set<Predecessor>
  ) -> [OrderChanges<Predecessor>.Place] {
    let all = tokens
    let own = all.filter { !moved.contains($0) }
    let known = Set(own)
    var read = consolidated.filter(known.contains)
    guard read != own else { return [] }
    var places: [OrderChanges<Predecessor>.Place] = []
    for (index, token) in own.enumerated() where new.contains(token) && index > 0 {
      guard let place = read.firstIndex(of: token), place == 0 || read[place - 1] != own[index - 1] else { continue }
      read.remove(at: place)
      read.insert(token, at: (read.firstIndex(of: own[index - 1]) ?? read.count - 1) + 1)
      let before = all.firstIndex(of: token).flatMap { $0 > 0 ? all[$0 - 1] : nil }
      places.append(OrderChanges.Place(identifier: token, after: before))
    }
    return places
  }
}
