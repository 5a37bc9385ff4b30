internal import Drafting
internal import Git

/// Each commit on a delegation's branch is by that delegation, each other one by the chair.
struct AuthorCheck: RepositoryCheck {
  mutating func look(at commit: VerifiedCommit, in history: VerifiedHistory) throws -> [Finding] {
    let author = commit.stored.author
    switch commit.line {
    case .main, .kept:
      let chair = Act(name: "", email: "", time: 0).chairSignature
      return author.name == chair.name && author.email == chair.email
        ? [] : [commit.finding(.author, "by \(author.name) <\(author.email)>, and not by the chair")]
    case .branch(let code, _):
      guard let delegation = history.branches[code]?.delegation else { return [] }
      let names = delegation.names + [delegation.label]
      return author.email == delegation.signatureEmail && names.contains(author.name)
        ? [] : [commit.finding(.author, "on the branch of \(code), and by \(author.name) <\(author.email)>")]
    case .other: return []
    }
  }
}
