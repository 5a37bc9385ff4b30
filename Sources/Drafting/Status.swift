/// What the chair has decided about a paragraph.
package enum Status: Hashable, Sendable {
  /// Nothing is decided and nothing is printed.
  case open
  case approved
  /// Left for later; the reason stands after a dash (`PENDING – Consultations with Brazil`).
  case pending(reason: String?)
  /// Agreed subject to somebody's confirmation; the words after the command word, often a delegation.
  case agreedAdReferendum(reason: String?)

  package var reason: String? {
    switch self {
    case .open, .approved: nil
    case .pending(let reason), .agreedAdReferendum(let reason): reason
    }
  }
}
