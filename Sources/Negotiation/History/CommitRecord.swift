internal import Drafting
internal import Git

/// What the history keeps of a commit: who, when, and what its message says.
struct CommitRecord: Hashable, Sendable {
  var id: ObjectID
  var parents: [ObjectID]

  /// How long the longest way from a first commit is: more than that of any parent, and told by the commits alone.
  var generation = 0

  /// How many commits of the chair's there are on the way to it, itself among them: what it has seen of main.
  var decisions = 0
  var time: Int
  var offsetMinutes: Int
  var author: String

  /// The address that stands for a delegation (``Delegation/signatureEmail``), or anybody's.
  var authorEmail: String
  var committer: String
  var committerEmail: String
  var message: CommitMessage

  init(_ commit: Commit, _ message: CommitMessage) {
    id = commit.id
    parents = commit.parents
    time = Int(commit.committer.seconds)
    offsetMinutes = commit.committer.offsetMinutes
    author = commit.author.name
    authorEmail = commit.author.email
    committer = commit.committer.name
    committerEmail = commit.committer.email
    self.message = message
  }

  var subject: String { message.subject }
  var action: Action? { message.action }
  var on: String? { message.first(.on) }
  var reason: String? { message.first(.reason) }
  var meeting: String? { message.first(.meeting) }

  /// The proposals that the chair took, as the trailers name them: `VEN 3f2a9c1`.
  var adopted: [String] { message.values(.adopted) }

  /// The paragraphs of a split or a join in the order of the message: the one that stays, then the one that comes or goes.
  var pair: [ParagraphIdentifier] {
    guard let action, action == .split || action == .join else { return [] }
    let identifiers = message.legibleIdentifiers
    return identifiers.count == 2 ? identifiers : []
  }
}

extension CommitRecord {
  /// The keys of trailers by the numbers that stand for them in the bytes.
  private static let keys = CommitMessage.Key.allCases

  /// The record in bytes; its name is kept beside it.
  var bytes: [UInt8] {
    var writer = FieldWriter()
    writer.write(parents.count)
    for parent in parents { writer.write(parent) }
    writer.write(generation)
    writer.write(decisions)
    writer.write(time)
    writer.write(offsetMinutes)
    for text in [author, authorEmail, committer, committerEmail, message.subject] { writer.write(text) }
    writer.write(message.trailers.count)
    for trailer in message.trailers {
      writer.write(Self.keys.firstIndex(of: trailer.key) ?? 0)
      writer.write(trailer.value)
    }
    return writer.bytes
  }

  /// - Throws: ``FieldReader/Damage``.
  init(_ id: ObjectID, _ bytes: [UInt8]) throws(FieldReader.Damage) {
    var reader = FieldReader(bytes)
    self.id = id
    parents = try reader.list { reader throws(FieldReader.Damage) in try reader.objectID() }
    generation = try reader.integer()
    decisions = try reader.integer()
    time = try reader.integer()
    offsetMinutes = try reader.integer()
    author = try reader.text()
    authorEmail = try reader.text()
    committer = try reader.text()
    committerEmail = try reader.text()
    let subject = try reader.text()
    let trailers = try reader.list { reader throws(FieldReader.Damage) in
      let key = try reader.integer()
      guard Self.keys.indices.contains(key) else { throw FieldReader.Damage() }
      return CommitMessage.Trailer(Self.keys[key], try reader.text())
    }
    message = CommitMessage(subject: subject, trailers: trailers)
  }
}
