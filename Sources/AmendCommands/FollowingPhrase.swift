internal import Negotiation

extension FollowedChange {
  /// Whether it is worth a line: anything but that the chair's words and place are what they were.
  var isTold: Bool {
    outcome != .unchanged || isPlaced || wentAlong || isReplaced || formerAddress != nil || standsAfter != nil
      || !references.isEmpty
  }

  /// The same, with what is told of its place.
  var phrase: String {
    var parts: [String] = []
    if let formerAddress { parts.append("numbered anew: it was \(formerAddress)") }
    if let standsAfter {
      parts.append("its order of place names \(standsAfter.address) now, since what it named is gone")
    }
    if isReplaced { parts.append("what it said there before does not come back: it has changed the same words since") }
    if parts.isEmpty { return phraseOfOutcome }
    return parts.joined(separator: "; ") + (outcome == .unchanged ? rewritten : "; " + phraseOfOutcome)
  }

  private var phraseOfOutcome: String {
    if let place = goesAlongWith {
      let words = outcome == .unchanged || outcome == .carried ? "" : "; " + outcome.phrase
      return "its order of place goes along with \(place.address), into another section" + words + rewritten
    }
    guard isPlaced else { return outcome.phrase + rewritten }
    let words = outcome == .unchanged ? "its words stay in brackets" : "its words are \(outcome.phrase)"
    return "placed where it would have it; \(words)" + rewritten
  }

  /// `; references rewritten: 'paragraph 5' → 'paragraph 6'`.
  private var rewritten: String {
    if references.isEmpty { return "" }
    return "; references rewritten: "
      + references.map { "'\($0.phrase)' → '\($0.suggestion)'\($0.said)" }.joined(separator: ", ")
  }
}

extension FollowedChange.Outcome {
  /// What became of a standing proposal, as decisions report it and `show` tells it later.
  var phrase: String {
    switch self {
    case .unchanged: "carried over unchanged"
    case .carried: "carried over onto the new words"
    case .satisfied: "satisfied: the text now says it"
    case .inConflict: "in conflict with the new text; it stays in brackets"
    case .rejected: "rejected"
    case .reinstated: "stands again"
    case .void: "part of another paragraph now; its order of place falls away"
    }
  }
}
