package import Drafting

extension SourcesTable {
  /// The table as rows of cells, for every form that it is printed in.
  ///
  /// - Parameter language: of the delegations' names.
  package func report(in language: Language) -> ReportTable {
    ReportTable(
      title: "Sources",
      columns: [
        "Paragraph", reference.map { "In rev. \($0)" } ?? "As imported", "Delegations", "Where from",
        "What was done, and why", "Rev.",
      ],
      rows: rows.map { row in
        [
          row.place.map { $0.address + (row.isOnlyProposed ? " (proposed)" : "") }
            ?? "gone" + (row.lastAddress.map { ", was \($0)" } ?? ""),
          row.before?.address ?? "–",
          row.contributors.map { "\($0.delegation.name(in: language))\($0.part.note)" }.joined(separator: "\n"),
          row.origin.joined(separator: "\n"),
          RecordedAct.sentences(row.acts, in: language, registry).joined(separator: "\n"),
          row.revisions.joined(separator: ", "),
        ]
      })
  }
}

extension ParagraphSource.Contributor.Part {
  fileprivate var note: String {
    switch self {
    case .adopted: " (adopted)"
    case .supported: " (support)"
    case .amended: " (amendment)"
    case .proposed: ""
    }
  }
}
