import Drafting
import Git
import Merging
@testable import Negotiation
import Notation
import TestSupport
import Testing

/// A negotiation in a folder of its own whose chair decides. Every act opens the repository anew, as a command does,
/// and is a minute later than the one before.
final class DecisionRound {
  let folder: TemporaryFolder
  let path: String
  private var minutes = 0

  init(_ draft: String = DecisionRound.draft) throws {
    try TemporaryRepository.forgetConfiguration()
    folder = try TemporaryFolder()
    path = folder("repository")
    let reading = DraftReader(registry: .standard, format: .text).read(draft)
    _ = try Negotiation.importing(reading.draft, registry: .standard, to: path, source: "draft.txt", act: act())
  }

  static let draft = """
    DRAFT RESOLUTION

    THE GENERAL ASSEMBLY,

    1. RECALLING the Charter of the Organization;

    2. NOTING the report of the Secretariat; and

    RESOLVE:

    1. To protect all witnesses and others.

    2. To urge the member states to act without delay.

    3. To thank the host country for its welcome.

    4. To request the Permanent Council to follow up.

    """

  func act() -> Act {
    minutes += 1
    return Act(name: "Ana Secretary", email: "ana@example.org", time: 1_773_570_600 + 60 * minutes)
  }

  func open() throws -> Negotiation { try Negotiation(at: path) }

  func propose(_ code: String, _ target: String, _ change: ProposedChange, on other: String? = nil) throws {
    _ = try open().propose(
      change, to: .paragraph(ParagraphAddress(target)), by: named(code), amending: other.map { try named($0) },
      act: act())
  }

  func replace(_ code: String, _ target: String, _ words: String, _ new: String) throws {
    try propose(code, target, .text(.replace(Passage(words), with: new)))
  }

  func move(_ code: String, _ target: String, after other: String) throws {
    try propose(code, target, .move(after: .paragraph(ParagraphAddress(other))))
  }

  @discardableResult
  func adopt(_ target: String, _ codes: String..., approves: Bool = false) throws -> DecisionOutcome {
    try open().adopt(
      .proposals(codes.map { try named($0) }), for: ParagraphAddress(target), approves: approves, DecisionNote(),
      act: act())
  }

  @discardableResult
  func adoptText(_ target: String, _ text: String) throws -> DecisionOutcome {
    try open().adopt(.text(text), for: ParagraphAddress(target), DecisionNote(), act: act())
  }

  @discardableResult
  func reject(_ target: String, _ code: String) throws -> DecisionOutcome {
    try open().reject(ParagraphAddress(target), of: named(code), DecisionNote(), act: act())
  }

  @discardableResult
  func join(_ first: String, _ second: String) throws -> DecisionOutcome {
    try open().join(ParagraphAddress(first), with: ParagraphAddress(second), DecisionNote(), act: act())
  }

  @discardableResult
  func split(_ target: String, before words: String) throws -> DecisionOutcome {
    try open().split(ParagraphAddress(target), before: Passage(words), DecisionNote(), act: act())
  }

  func support(_ code: String, _ target: String, of other: String) throws {
    _ = try open().support(ParagraphAddress(target), of: named(other), by: named(code), act: act())
  }

  @discardableResult
  func place(_ target: String, after other: String?) throws -> DecisionOutcome {
    try open().place(
      ParagraphAddress(target), after: other.map { .paragraph(try ParagraphAddress($0)) }, DecisionNote(), act: act())
  }

  @discardableResult
  func decide(_ decision: StatusDecision, _ targets: String...) throws -> DecisionOutcome {
    try open().decide(
      decision, on: .addresses(targets.map { try ParagraphAddress($0) }), DecisionNote(), act: act())
  }

  @discardableResult
  func undo() throws -> DecisionOutcome { try open().undo(DecisionNote(), act: act()) }

  /// The last commit of a delegation's branch.
  func tip(_ code: String) throws -> ObjectID {
    try #require(try open().delegationTips().first { $0.delegation.code.description == code }?.tip)
  }

  /// The consolidated draft as it is written, without title and legend.
  func written() throws -> [String] {
    var draft = try open().consolidation().draft
    draft.settings.titleBlock = []
    let text = DraftWriter(format: .text, notation: .oas, registry: .standard, hasLegend: false).write(draft)
    return text.split(separator: "\n").map(String.init)
  }

  /// The one line of the consolidated draft that begins so.
  func line(_ beginning: String) throws -> String {
    try #require(try written().first { $0.hasPrefix(beginning) })
  }

  /// What a delegation reads in the consolidated draft, a line a paragraph.
  func reading(_ code: String) throws -> [String] {
    let draft = try open().consolidation().draft.reading(of: named(code).label)
    return draft.sections.flatMap { section in
      section.items.map { "\(section.name) \($0.identifier?.description ?? "") \($0.body.reading(of: nil))" }
    }
  }

  /// What a delegation's branch says once it has followed main.
  func branch(_ code: String) throws -> [String] {
    let negotiation = try open()
    guard let tip = try negotiation.repository.reference(ReferenceNames.delegation(named(code).code)) else { return [] }
    let snapshot = try negotiation.followed(named(code), tip: tip, act())
    return try snapshot.order().places.map { place in
      let text = try snapshot.paragraph(place.entry.identifier)?.text ?? "MISSING"
      return "\(place.section) \(place.entry.identifier) \(text)"
    }
  }

  /// The identifiers of the paragraphs on which a delegation amends another's proposal.
  func amended(by code: String) throws -> Set<String> {
    guard let changes = try open().standingChanges(of: named(code)) else { return [] }
    return Set(
      try changes.files.keys.filter { try changes.paragraph($0)?.amended != nil }.map(\.description))
  }

  func git(_ arguments: String...) throws -> String {
    let outcome = try run(
      "git", arguments, environment: TemporaryRepository.environment(home: folder.path), in: path, scratch: folder.path)
    return outcome.output + outcome.errors
  }

  /// Nothing is damaged, and every delegation reads in the consolidated draft what its branch says.
  func expectSound(_ comment: Comment? = nil, at location: SourceLocation = #_sourceLocation) throws {
    let complaints = try git("fsck", "--strict", "--no-dangling", "--no-progress")
    #expect(complaints == "", comment, sourceLocation: location)
    try expectVerified(comment, at: location)
    for (delegation, _) in try open().delegationTips() {
      let code = delegation.code.description
      let (read, said) = (try reading(code), try branch(code))
      #expect(read == said, comment, sourceLocation: location)
    }
  }
}

func named(_ code: String) throws -> Delegation { try DelegationRegistry.standard.delegation(named: code) }

extension DecisionOutcome {
  /// `VEN p0003 satisfied`, a line for each proposal that the decision touched.
  var following: [String] {
    reports.flatMap { report in
      report.changes.map { "\(report.delegation.code) \($0.identifier) \($0.outcome.rawValue)" }
    }
  }
}

/// What a decision is refused with: the code and the message.
func refused(_ body: () throws -> Void, at location: SourceLocation = #_sourceLocation) -> String {
  do {
    try body()
    Issue.record("nothing was refused", sourceLocation: location)
    return ""
  } catch let error as NegotiationError {
    return "\(error.code): \(error.message)"
  } catch {
    Issue.record("\(error)", sourceLocation: location)
    return ""
  }
}
