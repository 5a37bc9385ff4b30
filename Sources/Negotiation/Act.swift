/// Who runs the program and when: the committer of every commit.
package struct Act: Hashable, Sendable {
  package var name: String
  package var email: String

  /// Seconds since 1970-01-01 00:00 UTC.
  package var time: Int

  /// East of Greenwich.
  package var offsetMinutes: Int

  /// What a delegation's document says of itself where the act was taken from one: one that is sent again says the same.
  package var document: String?

  package init(name: String, email: String, time: Int, offsetMinutes: Int = 0) {
    self.name = name
    self.email = email
    self.time = time
    self.offsetMinutes = offsetMinutes
  }
}

/// What a commit did, as its trailer `Action:` says.
package enum Action: String, CaseIterable, Sendable {
  case initialize = "init"
  case importing = "import"
  case propose
  case support
  case withdraw
  case follow
  case approve
  case pend
  case adopt
  case place
  case reopen
  case revise
  case keep
  case agree
  case reject
  case undo
  case split
  case join = "merge-paragraphs"
  case renumber
  case reserve
  case oppose

  /// The word in a sentence: `VEN proposes …`.
  package var verb: String {
    switch self {
    case .initialize: "begins"
    case .importing: "is imported with"
    case .propose: "proposes"
    case .support: "supports"
    case .withdraw: "withdraws"
    case .follow: "follows"
    case .approve: "approves"
    case .pend: "leaves pending"
    case .adopt: "adopts"
    case .place: "places"
    case .reopen: "reopens"
    case .revise: "revises"
    case .keep: "keeps"
    case .agree: "agrees ad referendum to"
    case .reject: "rejects"
    case .undo: "undoes"
    case .split: "splits"
    case .join: "joins"
    case .renumber: "renumbers"
    case .reserve: "reserves its position on"
    case .oppose: "opposes"
    }
  }
}
