internal import Drafting
internal import Git

/// What the history keeps of a commit: who, when, and what its message says.
struct CommitRecord: Hashable, Sendable {
  var id: ObjectID
  var parents: [ObjectID]

  /// How long the longest way from a first commit is: more than that of any parent, and told by the commits alone.
  var generation = 0
  var time: Int
  var offsetMinutes: Int
  var author: String

  /// The address that stands for a delegation (``Delegation/signatureEmail``), or anybody's.
  var authorEmail: String
  var committer: String
  var subject: String
  var action: Action?
  var on: String?
  var reason: String?
  var meeting: String?

  /// The proposals that the chair took, as the trailers name them: `VEN 3f2a9c1`.
  var adopted: [String]

  /// The paragraphs of a split or a join in the order of the message: the one that stays, then the one that comes or goes.
  var pair: [ParagraphIdentifier]

  init(_ commit: Commit, _ message: CommitMessage) {
    id = commit.id
    parents = commit.parents
    time = Int(commit.committer.seconds)
    offsetMinutes = commit.committer.offsetMinutes
    author = commit.author.name
    authorEmail = commit.author.email
    committer = commit.committer.name
    subject = message.subject
    action = message.action
    on = message.first(.on)
    reason = message.first(.reason)
    meeting = message.first(.meeting)
    adopted = message.values(.adopted)
    let named = action == .split || action == .join ? message.values(.identifier) : []
    let identifiers = named.compactMap { name in try? ParagraphIdentifier(name) }
    pair = identifiers.count == 2 ? identifiers : []
  }
}

extension CommitRecord {
  /// The record in bytes; its name is kept beside it.
  var bytes: [UInt8] {
    var writer = FieldWriter()
    writer.write(parents.count)
    for parent in parents { writer.write(parent) }
    writer.write(generation)
    writer.write(time)
    writer.write(offsetMinutes)
    for text in [author, authorEmail, committer, subject] { writer.write(text) }
    for text in [action?.rawValue, on, reason, meeting] { writer.write(text) }
    writer.write(adopted.count)
    for text in adopted { writer.write(text) }
    writer.write(pair.count)
    for identifier in pair { writer.write(identifier.description) }
    return writer.bytes
  }

  /// - Throws: ``FieldReader/Damage``.
  init(_ id: ObjectID, _ bytes: [UInt8]) throws {
    var reader = FieldReader(bytes)
    self.id = id
    parents = try reader.list { reader throws(FieldReader.Damage) in try reader.objectID() }
    generation = try reader.integer()
    time = try reader.integer()
    offsetMinutes = try reader.integer()
    author = try reader.text()
    authorEmail = try reader.text()
    committer = try reader.text()
    subject = try reader.text()
    action = try reader.optionalText().flatMap(Action.init(rawValue:))
    on = try reader.optionalText()
    reason = try reader.optionalText()
    meeting = try reader.optionalText()
    adopted = try reader.list { reader throws(FieldReader.Damage) in try reader.text() }
    pair = try reader.list { reader throws(FieldReader.Damage) in try reader.text() }.map { name in
      try ParagraphIdentifier(name)
    }
  }
}
