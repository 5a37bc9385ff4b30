internal import Drafting
internal import Exchange
internal import Negotiation

/// Joins and splits that a document asks for, each of which is one change: a paragraph's words, with the paragraphs that go into
/// it or come out of it.
extension Session {
  /// Why joins and splits cannot be proposed, by the paragraph whose words change. Half of one would lose words, or say them
  /// twice.
  func refusalsOfWholes(
    _ list: ObservationList, by delegation: Delegation, _ options: ObservationOptions, act: Act,
    in negotiation: Negotiation
  ) throws -> [ParagraphIdentifier: String] {
    var refusals: [ParagraphIdentifier: String] = [:]
    for observation in list.observations {
      guard case .text(let identifier, _) = observation.change, refusals[identifier] == nil else { continue }
      let others = list.observations.filter { other in
        if case .delete(let gone) = other.change { return observation.joined.contains(gone) }
        return other.splitFrom == identifier
      }
      if others.isEmpty, observation.joined.isEmpty { continue }
      do {
        for part in [observation] + others {
          _ = try propose(part, list, by: delegation, made: [:], options, act: act, isTrial: true, in: negotiation)
        }
      } catch let error as NegotiationError where error.code == .notFound && observation.amended != nil {
        // What amended a proposal that is withdrawn by now becomes a change of the draft's own words.
        continue
      } catch let error as NegotiationError where error.code == .refused {
        let places = try observation.joined.map { try negotiation.place(at: ParagraphAddress("@\($0)")).address }
        let whole =
          places.isEmpty
          ? "a new paragraph was split off from this one, which was left whole"
          : "\(places.joined(separator: " and ")) was joined to this paragraph, and both were left as they are"
        refusals[identifier] = "\(whole), since \(error.message)" + (error.hint.isEmpty ? "" : ". " + error.hint)
      }
    }
    return refusals
  }
}
