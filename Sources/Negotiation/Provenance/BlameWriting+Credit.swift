internal import Drafting

extension BlameWriting {
  /// What makes two words of one history.
  struct Key: Hashable {
    var birth: Int
    var moved: Int?
    var decision: Int?
    var branch: DelegationCode?
    var struck: [Int] = []
    var inConflict: [Int] = []
    var following: [Int] = []
    var struckBy: Int?
  }

  /// What a record says of words of one history.
  func credit(_ key: Key) -> WordCredit {
    let birth = deed(key.birth)
    var credit = WordCredit(broughtIn: birth)
    if birth.action == .importing, birth.delegation != nil {
      let same = history.steps.steps[key.birth]
      credit.together = history.steps.steps.filter {
        $0.event.action == .importing && $0.branch != nil && $0.branch != same.branch && $0.after == same.after
          && $0.identifier == same.identifier
      }.map { Deed($0.event) }
    }
    credit.moved = key.moved.map(deed)
    credit.adopted = key.decision.map(deed)
    credit.struck = key.struck.map(deed)
    credit.inConflict = key.inConflict.map(deed)
    credit.following = key.following.map(deed)
    credit.struckBy = key.struckBy.map(deed)
    let isOnMain = key.branch == nil
    // What the chair's text came to say without adopting it from whom it is credited to came there with nothing that is named.
    let entry = history.steps.steps[isOnMain ? key.decision ?? key.birth : key.birth].event
    credit.revision = isOnMain && entry.delegation != nil ? nil : entry.revision
    return credit
  }

  func deed(_ step: Int) -> Deed {
    Deed(history.steps.steps[step].event, meeting: history.steps.steps[step].message.first(.meeting))
  }
}
