internal import Commands
internal import Drafting
internal import Exchange
internal import Negotiation
internal import Notation

extension Session {
  /// Refuses a document that says itself that it is another delegation's, unless its author is named as the sender's.
  ///
  /// Tracked changes have authors of their own, who count alone.
  ///
  /// - Parameter names: the code of the delegation that each author speaks for.
  func refuseAnothers(
    _ document: WordDocument, of file: FilePath, _ marks: ObservationMarks?, from delegation: Delegation,
    named names: [String: DelegationCode], in negotiation: Negotiation
  ) throws {
    guard (marks ?? ObservationMarks(in: document)) != .tracked else { return }
    let creator = document.properties.creator.flatMap { $0.isEmpty ? nil : $0 }
    var sender: Delegation?
    if case .reading(let code?)? = document.properties.origin?.form { sender = negotiation.registry[code] }
    if let creator, case .label(let label) = LabelTable(registry: negotiation.registry).meaning(of: creator) {
      sender = negotiation.registry.delegations.first { $0.label == label }
    }
    guard let sender, sender.code != delegation.code else { return }
    let name = creator ?? sender.names[0]
    if names[name] != nil { return }
    throw NegotiationError(
      .refused,
      "\(self.name(of: file)) is \(sender.names[0])'s by what it says itself, and --country says"
        + " \(delegation.names[0])",
      hint:
        "Give --country \(sender.code), or --author '\(name)=\(delegation.code)' if it is \(delegation.names[0])'s all"
        + " the same.")
  }
}
