internal import Drafting
internal import Git

/// Every commit says what it does, it may be done on its branch, and the commits before it are those that it must follow.
struct LineCheck: RepositoryCheck {
  mutating func look(at commit: VerifiedCommit, in history: VerifiedHistory) throws -> [Finding] {
    switch commit.line {
    case .main(let place): onMain(commit, place)
    case .branch(let code, let position): onBranch(commit, history.branches[code], position, history)
    case .kept: kept(commit, history)
    case .other: []
    }
  }

  private func onMain(_ commit: VerifiedCommit, _ place: Int) -> [Finding] {
    let action = commit.message.action
    if place == 0 {
      guard action == .importing || action == .initialize else {
        return [commit.finding(.noDecision, "main does not begin with an import")]
      }
      return commit.stored.parents.isEmpty
        ? [] : [commit.finding(.parents, "main begins with it, and its parent cannot be read")]
    }
    guard let action else { return [commit.finding(.noDecision, "a commit on main that is no decision")] }
    guard action.isDecision || action == .undo else {
      return [commit.finding(.noDecision, "'\(action.rawValue)' on main is no decision of the chair")]
    }
    return commit.stored.parents.count == 1
      ? [] : [commit.finding(.parents, "a decision follows one commit, and this one \(commit.stored.parents.count)")]
  }

  private static let delegationActs: Set<Action> = [
    .importing, .propose, .support, .withdraw, .follow, .reserve, .oppose,
  ]

  private func onBranch(
    _ commit: VerifiedCommit, _ line: BranchLine?, _ position: Int, _ history: VerifiedHistory
  ) -> [Finding] {
    guard let line else { return [] }
    if position == 0, line.root == nil {
      return [commit.finding(.parents, "the branch of \(line.delegation.code) does not begin on main")]
    }
    guard let action = commit.message.action else {
      return [commit.finding(.foreignCommit, "a commit that does not say what it does")]
    }
    guard Self.delegationActs.contains(action) else {
      return [commit.finding(.wrongBranch, "'\(action.rawValue)' on the branch of \(line.delegation.code)")]
    }
    let parents = commit.stored.parents
    guard action == .follow else {
      return parents.count == 1
        ? [] : [commit.finding(.parents, "an act follows one commit, and this one \(parents.count)")]
    }
    guard parents.count == 2, let base = history.mainPlaces[parents[1]] else {
      return [commit.finding(.parents, "it says that it follows main, and no parent stands on main")]
    }
    guard let before = line.base(before: position), before < base else {
      return [commit.finding(.parents, "it follows a state of main that the branch stood on already")]
    }
    return []
  }

  private func kept(_ commit: VerifiedCommit, _ history: VerifiedHistory) -> [Finding] {
    guard commit.message.action == .keep else {
      return [
        commit.finding(
          commit.message.action == nil ? .foreignCommit : .wrongBranch, "the commit does not keep a draft")
      ]
    }
    guard let first = commit.stored.parents.first, history.mainPlaces[first] != nil else {
      return [commit.finding(.parents, "a kept draft is made from a state of main, and this one is not")]
    }
    return []
  }
}
