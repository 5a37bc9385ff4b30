internal import Negotiation

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
