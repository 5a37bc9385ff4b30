extension Position.Kind {
  /// What a delegation takes back, to follow "withdraws".
  var withdrawn: String {
    switch self {
    case .reserve: "its reservation on"
    case .oppose: "its opposition to"
    }
  }
}

extension CommitMessage {
  /// What is withdrawn where that is no proposal: `reservation`, `opposition`, or `position` where they are of both kinds,
  /// or an older version of the program wrote the message.
  package var withdrawnPosition: String? {
    let kinds = Position.Kind.allCases.map(\.withdrawn) + [Position.withdrawn]
    return kinds.first { subject.contains(" \(Action.withdraw.verb) \($0) ") }?.split(separator: " ")[1].description
  }
}

extension Position {
  /// What a delegation takes back, whatever kinds of positions that are.
  static var withdrawn: String { "its position on" }

  /// The same of some positions.
  static func withdrawn(_ positions: [Position]) -> String {
    let kinds = Set(positions.map(\.kind))
    return kinds.count == 1 ? kinds.first?.withdrawn ?? withdrawn : withdrawn
  }
}
