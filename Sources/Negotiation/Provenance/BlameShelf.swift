internal import Drafting
internal import Git

/// Where the credits of one paragraph's words are kept once they were worked out: a file of what is derived,
/// `amend/blame/p0042`; and their table, `amend/blame/p0042.table`.
///
/// They say nothing that the commits do not say. They are given again only while all that they follow from is as it was:
/// the program, the paragraph's file on main, the delegations, the revisions, and the events of the paragraph and of those
/// it was split from or joined with, as the index of the history sums them up; for words in brackets also every branch.
struct BlameShelf {
  private let negotiation: Negotiation
  private let name: String

  /// All that the credits follow from, but the events.
  private let basis: [UInt8]

  /// The branches when the basis was taken, and the name of their list.
  private let tips: [String: ObjectID]
  private let branches: ObjectID

  /// - Cost: reads the references.
  init(
    _ negotiation: Negotiation, _ identifier: ParagraphIdentifier, isConsolidated: Bool, program: String
  ) throws {
    self.negotiation = negotiation
    name = Self.folder + "/" + identifier.description + (isConsolidated ? Self.consolidatedSuffix : "")
    let main = negotiation.main
    let tips = try HistoryWalk(repository: negotiation.repository).tips()
    self.tips = Dictionary(tips.map { ($0.name, $0.id) }, uniquingKeysWith: { first, _ in first })
    var writer = FieldWriter()
    writer.write(Self.format)
    writer.write(program)
    writer.write(identifier.description)
    writer.write(isConsolidated ? 1 : 0)
    for object in [
      try main.file(of: identifier), try negotiation.repository.entry(at: DelegationRegistry.path, in: main.tree)?.id,
    ] {
      writer.write(object == nil ? 0 : 1)
      if let object { writer.write(object) }
    }
    for revision in try negotiation.repository.references(under: ReferenceNames.revision("")) {
      writer.write(revision.name)
      writer.write(revision.id)
    }
    if isConsolidated {
      writer.write("main as it was read")
      writer.write(main.commit)
    }
    var list = FieldWriter()
    for tip in tips {
      list.write(tip.name)
      list.write(tip.id)
    }
    branches = try negotiation.repository.name(of: list.bytes)
    if isConsolidated { writer.write(branches) }
    basis = writer.bytes
  }

  /// The credits that were kept, where they hold; `nil` where there are none, or they are damaged.
  ///
  /// - Parameter renews: whether they are written anew where a branch has moved that does not touch them.
  func kept(renews: Bool = true) throws -> KeptBlame? {
    guard var kept = try read(name, { try KeptBlame($0, negotiation.registry) }), let now = try renewed(kept.origin)
    else { return nil }
    if renews, now.branches != kept.origin.branches {
      kept.origin = now
      negotiation.repository.keepDerived(name, kept.bytes)
    }
    return kept
  }

  /// The table that was kept, where it holds, in whatever form it has.
  func keptTable(renews: Bool = true) throws -> KeptTable? {
    guard var kept = try read(name + Self.tableSuffix, { try KeptTable($0) }), let now = try renewed(kept.origin) else {
      return nil
    }
    if renews, now.branches != kept.origin.branches {
      kept.origin = now
      negotiation.repository.keepDerived(name + Self.tableSuffix, kept.bytes)
    }
    return kept
  }

  /// Keeps credits that were worked out since, unless a branch has moved meanwhile.
  ///
  /// - Returns: what they follow from; `nil` where they are not kept.
  func keep(_ credits: ParagraphCredits, _ family: [ParagraphIdentifier]) throws -> CreditOrigin? {
    let (now, sums) = try negotiation.withHistory { ($0.tips, try $0.sums(of: family)) }
    guard now == tips else { return nil }
    let origin = CreditOrigin(
      basis: basis, branches: branches, family: zip(family, sums).map { (identifier: $0, sum: $1) })
    negotiation.repository.keepDerived(name, KeptBlame(origin: origin, credits: credits).bytes)
    return origin
  }

  func keep(_ table: KeptTable) { negotiation.repository.keepDerived(name + Self.tableSuffix, table.bytes) }

  private func read<Value>(_ name: String, _ parse: ([UInt8]) throws -> Value) throws -> Value? {
    guard let bytes = negotiation.repository.derived(name) else { return nil }
    do {
      return try parse(Array(bytes))
    } catch is FieldReader.Damage {
      return nil
    } catch is DraftingError {
      return nil
    }
  }

  /// What kept credits follow from now, where that is the same as when they were kept.
  private func renewed(_ origin: CreditOrigin) throws -> CreditOrigin? {
    guard origin.basis == basis else { return nil }
    if origin.branches == branches { return origin }
    let (now, sums) = try negotiation.withHistory { ($0.tips, try $0.sums(of: origin.family.map(\.identifier))) }
    guard sums == origin.family.map(\.sum) else { return nil }
    var origin = origin
    if now == tips { origin.branches = branches }
    return origin
  }

  static let folder = "blame"
  private static let consolidatedSuffix = "+"
  private static let tableSuffix = ".table"

  /// Goes up with each change of what is kept, and how.
  private static let format = 6

  /// The paragraph whose credits, or the table of them, a file of the folder holds; `nil` for any other file.
  static func paragraph(
    ofFile name: String
  ) -> (identifier: ParagraphIdentifier, isConsolidated: Bool, isTable: Bool)? {
    let isTable = name.hasSuffix(tableSuffix)
    let name = isTable ? name.dropLast(tableSuffix.count) : name[...]
    let isConsolidated = name.hasSuffix(consolidatedSuffix)
    do throws(DraftingError) {
      let identifier = try ParagraphIdentifier(String(isConsolidated ? name.dropLast() : name))
      return (identifier, isConsolidated, isTable)
    } catch {
      return nil
    }
  }
}
