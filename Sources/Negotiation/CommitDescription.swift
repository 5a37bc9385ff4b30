package import Git

/// What a commit says about itself.
package struct CommitDescription: Sendable {
  package var commit: ObjectID
  package var subject: String
  package var author: String
  package var committer: String

  /// In seconds since 1970-01-01 00:00 UTC, with the offset of the clock in minutes.
  package var time: Int
  package var offsetMinutes: Int
  package var reason: String?
}

extension Negotiation {
  /// The commit whose identifier begins with `digits`.
  ///
  /// - Throws: `NegotiationError.notFound` or `.ambiguous`.
  package func commit(named digits: String) throws -> ObjectID {
    do throws(GitError) {
      let id = try repository.object(startingWith: digits.lowercased())
      return try repository.commit(id).id
    } catch {
      switch error.code {
      case .ambiguous:
        throw NegotiationError(.ambiguous, "several commits begin with '\(digits)'", hint: "Type more of its digits.")
      case .notFound, .wrongKind, .invalidName:
        throw NegotiationError(
          .notFound, "there is no commit '\(digits)'", hint: "'amend log P' lists the commits of a paragraph.")
      default: throw error
      }
    }
  }

  package func description(of commit: ObjectID) throws -> CommitDescription {
    let commit = try repository.commit(commit)
    let message = CommitMessage(text: commit.message)
    return CommitDescription(
      commit: commit.id, subject: message.subject, author: commit.author.name,
      committer: "\(commit.committer.name) <\(commit.committer.email)>", time: Int(commit.committer.seconds),
      offsetMinutes: commit.committer.offsetMinutes, reason: message.first(.reason))
  }
}
