internal import Drafting
internal import JSON
internal import Negotiation

/// A row of the table of old and new numbers.
struct ConcordanceRow {
  var identifier: ParagraphIdentifier
  var section: SectionName
  var old: ParagraphNumber

  /// The number now; `nil` where the paragraph is gone.
  var new: ParagraphNumber?

  /// Where a paragraph that is gone stands now, as a part of another; `nil` where it was deleted.
  var joined: (section: SectionName, number: ParagraphNumber)?

  /// Who would have the paragraph, where it is only proposed.
  var proposers: [Delegation] = []

  /// `4`, `deleted`, `joined with 3`.
  fileprivate func result(_ written: (SectionName, ParagraphNumber) -> String) -> String {
    if let new { return written(section, new) }
    return joined.map { "joined with " + written($0.section, $0.number) } ?? "deleted"
  }
}

extension CleanText {
  /// The paragraphs in the order of the text, and in between the numbers that are gone, each where it was, and the
  /// paragraphs that are only proposed whose numbers change, each behind the one that it follows.
  var rows: [ConcordanceRow] {
    var rows = concordance.map {
      ConcordanceRow(identifier: $0.identifier, section: $0.section, old: $0.old, new: $0.new)
    }
    for number in gone {
      let whole = number.joined.flatMap { whole in concordance.first { $0.identifier == whole } }
      let row = ConcordanceRow(
        identifier: number.identifier, section: number.section, old: number.old,
        joined: whole.map { ($0.section, $0.new) })
      let place = rows.lastIndex { $0.section == number.section && $0.old <= number.old }.map { $0 + 1 }
      rows.insert(row, at: place ?? rows.firstIndex { $0.section == number.section } ?? rows.endIndex)
    }
    for proposal in proposed {
      let number = proposal.renumbering
      let row = ConcordanceRow(
        identifier: number.identifier, section: number.section, old: number.old, new: number.new,
        proposers: proposal.delegations)
      let place = rows.lastIndex { $0.section == number.section && $0.new.map { $0 < number.new } ?? false }
      rows.insert(row, at: place.map { $0 + 1 } ?? rows.firstIndex { $0.section == number.section } ?? rows.endIndex)
    }
    return rows
  }
}

func lines(_ rows: [ConcordanceRow]) -> String {
  rows.map { row in
    let names = row.proposers.map { $0.names[0] }.joined(separator: ", ")
    return "\(row.section)/\(row.old) → \(row.result { "\($0)/\($1)" })"
      + (names.isEmpty ? "\n" : " (proposed by \(names))\n")
  }.joined()
}

/// Comma-separated values (RFC 4180); no field holds a comma or a quotation mark.
func csv(_ rows: [ConcordanceRow]) -> String {
  "section,old,new,identifier\r\n"
    + rows.map { row in
      let new = row.result { $0 == row.section ? "\($1)" : "\($0)/\($1)" }
      return "\(row.section),\(row.old),\(new),\(row.identifier)\r\n"
    }.joined()
}

/// For programs: `new` is `null` where the number is gone, and `gone` says how; `proposedBy` names who would have a paragraph
/// that is only proposed.
func json(_ rows: [ConcordanceRow]) -> JSONValue {
  .array(
    rows.map {
      [
        "section": .string($0.section.description), "old": .string($0.old.description),
        "new": JSONValue($0.new?.description), "identifier": .string($0.identifier.description),
        "gone": JSONValue($0.new != nil ? nil : $0.joined == nil ? "deleted" : "joined"),
        "joinedWith": JSONValue($0.joined.map { "\($0.section)/\($0.number)" }),
        "proposedBy": .array($0.proposers.map { .string($0.code.description) }),
      ]
    })
}
