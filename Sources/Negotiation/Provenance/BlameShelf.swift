internal import Drafting
internal import Git

/// Where the credits of one paragraph's words are kept once they were worked out: a file of what is derived,
/// `amend/blame/p0042`.
///
/// They say nothing that the commits do not say. They are given again only while all that they follow from is as it was:
/// the program, the paragraph's file on main, the delegations, the revisions, and the events of the paragraph and of those
/// it was split from or joined with, as the index of the history sums them up; for words in brackets also every branch.
struct BlameShelf {
  private let negotiation: Negotiation
  private let name: String

  /// All that the credits follow from, but the events.
  private let basis: [UInt8]

  /// The branches when the basis was taken.
  private let tips: [String: ObjectID]

  /// - Cost: reads the references.
  init(
    _ negotiation: Negotiation, _ identifier: ParagraphIdentifier, isConsolidated: Bool, program: String
  ) throws {
    self.negotiation = negotiation
    name = Self.folder + "/" + identifier.description + (isConsolidated ? Self.consolidatedSuffix : "")
    let main = negotiation.main
    tips = try negotiation.withHistory { $0.tips }
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
      for (name, tip) in tips.sorted(by: { $0.key < $1.key }) {
        writer.write(name)
        writer.write(tip)
      }
    }
    basis = writer.bytes
  }

  /// The credits that were kept, where they hold; `nil` where there are none, or they are damaged.
  func kept() throws -> [BlamePiece]? {
    guard let bytes = negotiation.repository.derived(name) else { return nil }
    do {
      let kept = try KeptBlame(Array(bytes), negotiation.registry)
      guard kept.basis == basis else { return nil }
      let sums = try negotiation.withHistory { try $0.sums(of: kept.family.map(\.identifier)) }
      return sums == kept.family.map(\.sum) ? kept.pieces : nil
    } catch is FieldReader.Damage {
      return nil
    } catch is DraftingError {
      return nil
    }
  }

  /// Keeps credits that were worked out since, unless a branch has moved meanwhile.
  func keep(_ pieces: [BlamePiece], _ family: [ParagraphIdentifier]) throws {
    let (now, sums) = try negotiation.withHistory { ($0.tips, try $0.sums(of: family)) }
    guard now == tips else { return }
    let kept = KeptBlame(
      basis: basis, family: zip(family, sums).map { (identifier: $0, sum: $1) }, pieces: pieces)
    negotiation.repository.keepDerived(name, kept.bytes)
  }

  static let folder = "blame"
  private static let consolidatedSuffix = "+"

  /// Goes up with each change of what is kept, and how.
  private static let format = 1

  /// The paragraph whose credits a file of the folder holds; `nil` for any other file.
  static func paragraph(ofFile name: String) -> (identifier: ParagraphIdentifier, isConsolidated: Bool)? {
    let isConsolidated = name.hasSuffix(consolidatedSuffix)
    do throws(DraftingError) {
      return (try ParagraphIdentifier(isConsolidated ? String(name.dropLast()) : name), isConsolidated)
    } catch {
      return nil
    }
  }
}
