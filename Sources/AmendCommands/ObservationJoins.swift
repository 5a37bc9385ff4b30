internal import Drafting
internal import Exchange
internal import Negotiation

/// Joins that a document asks for: the words of both in one paragraph, and the other gone.
extension Session {
  /// Why a join cannot be proposed; `nil` where it can, or where the change is none. Half of it would lose the words of a
  /// paragraph, or say them twice.
  func refusalOfJoin(
    _ observation: Observation, _ list: ObservationList, by delegation: Delegation, made: [Int: ParagraphIdentifier],
    _ options: ObservationOptions, act: Act, in negotiation: Negotiation
  ) throws -> String? {
    if observation.joined.isEmpty { return nil }
    do {
      let deletions = list.observations.filter { other in
        if case .delete(let identifier) = other.change { observation.joined.contains(identifier) } else { false }
      }
      for part in [observation] + deletions {
        _ = try propose(part, list, by: delegation, made: made, options, act: act, isTrial: true, in: negotiation)
      }
      return nil
    } catch let error as NegotiationError where error.code == .refused {
      let places = try observation.joined.map { try negotiation.place(at: ParagraphAddress("@\($0)")).address }
      return "\(places.joined(separator: " and ")) "
        + "was joined to this paragraph, and both were left as they are, since \(error.message)"
        + (error.hint.isEmpty ? "" : ". " + error.hint)
    }
  }
}
