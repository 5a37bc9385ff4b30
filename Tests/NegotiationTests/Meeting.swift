import Drafting
import Git
import Merging
@testable import Negotiation
import Notation
import TestSupport
import Testing

/// A negotiation in a folder of its own. Its clock goes on by a minute with each act; every act opens the repository
/// anew, as each command does.
final class Meeting {
  let temporary: TemporaryRepository
  private var minutes = 0

  init(_ lines: String = Meeting.sample) throws {
    let draft = try draft(lines)
    temporary = try TemporaryRepository { path in
      _ = try Negotiation.importing(draft, registry: .standard, to: path, source: "draft.txt", act: Meeting.start)
    }
  }

  /// A draft of two sections in which nothing is disputed.
  static let sample = """
    preamble
    1. Recalling the Charter of the Organization;
    2. Recognizing that women, men and others take part in the work;
    operative
    RESOLVE:
    1. To protect all persons and others.
    2. To take note of the report[^1] of the Secretariat.
    [^1]: CP/doc. 4321.
    3. To thank the host country.
    STATUS approved
    4. To request the Permanent Council to follow up on this resolution.
    5. To instruct the Secretariat to report.
    """

  static let start = Act(name: "Ana Secretary", email: "ana@example.org", time: 1_773_570_600)

  /// The next act: a minute after the one before.
  func act() -> Act {
    minutes += 1
    var act = Meeting.start
    act.time += 60 * minutes
    return act
  }

  var path: String { temporary.path }

  func open() throws -> Negotiation { try Negotiation(at: path) }

  @discardableResult
  func propose(
    _ code: String, _ target: String, _ change: ProposedChange, on other: String? = nil, reason: String? = nil,
    isDryRun: Bool = false
  ) throws -> String {
    let outcome = try open().propose(
      change, to: anchor(target), by: delegation(code), amending: other.map { try delegation($0) }, reason: reason,
      act: act(), isDryRun: isDryRun)
    return outcome.line
  }

  @discardableResult
  func support(_ code: String, _ other: String, _ target: String, isDryRun: Bool = false) throws -> String {
    try open().support(
      ParagraphAddress(target), of: delegation(other), by: delegation(code), act: act(), isDryRun: isDryRun
    ).line
  }

  @discardableResult
  func withdraw(_ code: String, _ target: String? = nil, isDryRun: Bool = false) throws -> [String] {
    try open().withdraw(
      target.map { try ParagraphAddress($0) }, by: delegation(code), act: act(), isDryRun: isDryRun
    ).places.map(\.address)
  }

  func decide(_ decision: StatusDecision, _ target: String, reason: String? = nil) throws {
    _ = try open().decide(decision, on: ParagraphAddress(target), reason: reason, act: act())
  }

  /// The consolidated draft as lines.
  func lines() throws -> [String] { try open().consolidation().draft.lines }

  /// What a delegation's branch says, brought up to main.
  func branch(_ code: String) throws -> [String] {
    let negotiation = try open()
    let tip = try #require(try negotiation.repository.reference(ReferenceNames.delegation(delegation(code).code)))
    return try negotiation.followed(delegation(code), tip: tip, Meeting.start).words()
  }

  /// What a delegation reads in the consolidated draft.
  func reading(_ code: String) throws -> [String] {
    try open().consolidation().draft.reading(of: delegation(code).label).words
  }

  /// Writes another text of a paragraph on main, as another program might.
  func rewrite(_ target: String, _ text: String) throws {
    let negotiation = try open()
    let identifier = try negotiation.place(at: ParagraphAddress(target)).entry.identifier
    var paragraph = try #require(try negotiation.main.paragraph(identifier))
    paragraph.text = text
    try write([identifier.path: paragraph.fileText], to: ReferenceNames.main)
  }

  /// Writes files (`nil` takes one away) as one commit on a branch.
  func write(_ files: [String: String?], to branch: String) throws {
    let repository = temporary.repository
    let tip = try #require(try repository.reference(branch))
    let blobs = try files.mapValues { try $0.map { try repository.writeBlob($0) } }
    let signature = Signature.fixed.later(by: Int64(60 * (minutes + 1)))
    minutes += 1
    let commit = try repository.writeCommit(
      tree: repository.tree(from: repository.commit(tip).tree, changing: blobs), parents: [tip], author: signature,
      committer: signature, message: "Write files\n")
    try repository.move(branch, from: tip, to: commit)
  }
}

extension ActOutcome {
  /// The paragraph with its brackets and the moves that are proposed.
  var line: String { ([place.address + ": " + written(body)] + placements.map(\.line)).joined(separator: " ") }
}

func delegation(_ code: String) throws -> Delegation { try DelegationRegistry.standard.delegation(named: code) }

/// A paragraph, or the beginning of a section.
func anchor(_ target: String) throws -> ProposedChange.Anchor {
  if let section = try? SectionName(target), ["preamble", "operative", "annex-1"].contains(target) {
    return .beginning(of: section)
  }
  return .paragraph(try ParagraphAddress(target))
}

extension ProposedChange {
  static func replace(_ words: String, _ new: String) -> ProposedChange { .text(.replace(Passage(words), with: new)) }
  static func insert(_ new: String, after words: String) -> ProposedChange {
    .text(.insert(new, after: Passage(words)))
  }
  static func insert(_ new: String, before words: String) -> ProposedChange {
    .text(.insertBefore(new, before: Passage(words)))
  }
  static func delete(_ words: String) -> ProposedChange { .text(.delete(Passage(words))) }
  static func whole(_ text: String) -> ProposedChange { .text(.text(text)) }
  static func move(_ target: String) throws -> ProposedChange { .move(after: try anchor(target)) }
}

/// What the negotiation refuses: the code and the message with its hint.
func refusal(_ body: () throws -> Void, at location: SourceLocation = #_sourceLocation) -> String {
  do {
    try body()
    Issue.record("nothing was refused", sourceLocation: location)
    return ""
  } catch let error as NegotiationError {
    return "\(error.code): \(error.message)" + (error.hint.isEmpty ? "" : " | \(error.hint)")
  } catch {
    Issue.record("\(error)", sourceLocation: location)
    return ""
  }
}

/// Asks git itself: nothing is damaged, and what it shows of each commit is what the negotiation says of it.
func expectSound(_ meeting: Meeting, at location: SourceLocation = #_sourceLocation) throws {
  try expect(meeting.temporary.complaints(), is: "", at: location)
  let negotiation = try meeting.open()
  let log = try meeting.temporary.git("log", "--all", "--format=%H%x09%an%x09%cn <%ce>%x09%ct%x09%s")
  for line in log.split(separator: "\n") {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    let description = try negotiation.description(of: negotiation.commit(named: fields[0]))
    #expect(
      fields == [
        description.commit.description, description.author, description.committer, "\(description.time)",
        description.subject,
      ], sourceLocation: location)
  }
  for (delegation, tip) in try negotiation.delegationTips() {
    let snapshot = try Snapshot(negotiation.repository, commit: tip)
    for place in try snapshot.order().places {
      let path = place.entry.identifier.path
      let file = try meeting.temporary.git("show", "\(ReferenceNames.delegation(delegation.code)):\(path)")
      try expect(Paragraph(fileText: file), is: snapshot.paragraph(place.entry.identifier), at: location)
    }
    let code = delegation.code.description
    try expect(meeting.reading(code), is: meeting.branch(code), at: location)
  }
}
