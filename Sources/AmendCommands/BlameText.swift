internal import Drafting
internal import Git
internal import Merging
internal import Negotiation
internal import Notation

/// The origin of a paragraph's words for people and programs.
struct BlameText {
  let blame: ParagraphBlame
  let language: Language

  /// The runs of words in the order of the text.
  private var rows: [Row] = []

  private struct Row {
    var words: CreditedWords
    var side: String
    var isFormer: Bool

    /// The footnote that they stand in, counted from 0; `nil` for the text.
    var note: Int?
  }

  init(_ blame: ParagraphBlame, language: Language) {
    self.blame = blame
    self.language = language
    collect(blame.pieces, "text")
    for (place, note) in blame.notes.enumerated() {
      let start = rows.count
      collect(note.pieces, "text")
      for index in rows[start...].indices { rows[index].note = place }
    }
  }

  /// - Parameter strikers: those who would strike these words.
  private mutating func collect(_ pieces: [BlamePiece], _ side: String, strikers: [String] = []) {
    for piece in pieces {
      switch piece {
      case .words(let words): add(words, side, isFormer: false)
      case .former(let words): add(words, side, isFormer: true)
      case .bracket(let bracket):
        for alternative in bracket.alternatives {
          collect(alternative.pieces, alternative.labels.joined(separator: ", "))
        }
        let all = Set(strikers + bracket.alternatives.flatMap(\.labels)).sorted(by: alphabetically)
        if let struck = bracket.struck { collect(struck, "struck by " + all.joined(separator: ", "), strikers: all) }
      }
    }
  }

  private mutating func add(_ words: CreditedWords, _ side: String, isFormer: Bool) {
    rows.append(Row(words: words, side: side, isFormer: isFormer))
  }
}

extension BlameText {
  /// The table of credits in a form (``BlameForm/Writer``).
  static func tables(_ blame: ParagraphBlame, _ form: BlameForm) -> String {
    BlameText(blame, language: form.language).tables { form.isBold ? Session.bold($0) : $0 }
  }

  /// One line for each run of words; then the words that were struck.
  private func tables(_ bold: (String) -> String) -> String {
    let hasBrackets = rows.contains { $0.side != "text" }
    var standing: [Row] = []
    for var row in rows where !row.isFormer {
      if let last = standing.last, last.words.credit == row.words.credit, last.side == row.side, last.note == row.note {
        standing[standing.count - 1].words.text += row.words.text
      } else {
        if let note = row.note, note != standing.last?.note, let mark = blame.notes[note].mark {
          row.words.text = "\(mark): \(trimmed(row.words.text))"
        }
        standing.append(row)
      }
    }
    var table = ReportTable(
      title: blame.place.address,
      columns: ["Words"] + (hasBrackets ? ["Where"] : []) + [
        "Brought in by", "Date", "Commit", "Adopted", "Rev.", "Notes",
      ])
    table.rows = standing.map { row in
      let credit = row.words.credit
      return [trimmed(row.words.text)] + (hasBrackets ? [row.side] : [])
        + [
          actor(credit.broughtIn), date(credit.broughtIn), credit.broughtIn.commit.short,
          credit.adopted.map { "\(date($0)) \($0.commit.short)" } ?? "", credit.revision ?? "",
          notes(credit).joined(separator: "\n"),
        ]
    }
    var output = standing.isEmpty ? "No word of it stands.\n" : ""
    let limits = [44] + (hasBrackets ? [20] : []) + [28, 10, 7, 18, 4, 60]
    if !standing.isEmpty { output += TextTable(limits: limits).text(table, bold: bold) }
    let former = rows.filter(\.isFormer)
    guard !former.isEmpty else { return output }
    var struck = ReportTable(
      title: "Struck",
      columns: ["Struck words", "Brought in by", "Commit", "Struck by", "Date", "Commit", "Decided", "Notes"])
    struck.rows = former.map { row in
      let credit = row.words.credit
      return [
        trimmed(row.words.text), actor(credit.broughtIn), credit.broughtIn.commit.short,
        credit.struck.map(actor).joined(separator: "\n"), credit.struck.map(date).joined(separator: "\n"),
        credit.struck.map(\.commit.short).joined(separator: "\n"),
        credit.struckBy.map { "\(date($0)) \($0.commit.short)" } ?? "",
        notes(credit, isFormer: true).joined(separator: "\n"),
      ]
    }
    return output + "\n" + TextTable(limits: [44, 28, 7, 28, 10, 7, 18, 60]).text(struck, bold: bold)
  }

  /// The inline view.
  var marks: BlameMarks { BlameMarks(self, rows.map(\.words.credit)) }

  /// A text without the white space round it.
  func trimmed(_ text: String) -> String {
    // Nearly always there is a space before it and none behind, or none at all.
    let plain = text.utf8.first == 0x20 ? text.utf8.dropFirst() : text.utf8[...]
    if let first = plain.first, let last = plain.last, (0x21..<0x7F).contains(first), (0x21..<0x7F).contains(last) {
      return String(Substring(plain))
    }
    var text = text.drop { $0.isWhitespace }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}

extension BlameText {
  func notes(_ credit: WordCredit, isFormer: Bool = false, isInline: Bool = false) -> [String] {
    var notes: [String] = []
    if !credit.together.isEmpty { notes.append("together with " + credit.together.map(name).joined(separator: ", ")) }
    if let first = credit.first { notes.append("first in " + phrase(first)) }
    if let moved = credit.moved { notes.append("moved by \(full(moved))") }
    if !isFormer || isInline {
      notes += credit.struck.map { strike($0, credit) }
    } else {
      let met = credit.inConflict.map { "\(name($0)) \($0.commit.short)" }
      if !met.isEmpty {
        notes.append("\(met.joined(separator: ", ")) in conflict since \(credit.arrival.commit.short)")
      }
    }
    if isInline, let struckBy = credit.struckBy { notes.append("with the decision \(stamp(struckBy))") }
    if isFormer, let adopted = credit.adopted { notes.append("had been adopted \(stamp(adopted))") }
    return notes
  }

  private func strike(_ deed: Deed, _ credit: WordCredit) -> String {
    "struck by \(full(deed))"
      + (credit.inConflict.contains(deed) ? ", in conflict since \(credit.arrival.commit.short)" : "")
      + (credit.following.contains(deed) ? ", with what it amends" : "")
  }

  private func phrase(_ deed: Deed) -> String {
    deed.action == .importing && deed.delegation == nil
      ? "the imported draft" : "the words of \(actor(deed)), \(stamp(deed))"
  }

  private func actor(_ deed: Deed) -> String {
    guard deed.action == .importing else { return deed.actor(in: language) }
    return deed.delegation == nil ? "Imported draft" : "\(deed.actor(in: language)) (imported)"
  }

  private func name(_ deed: Deed) -> String { deed.actor(in: language) }

  func full(_ deed: Deed) -> String { "\(actor(deed)), \(stamp(deed))" }
  func stamp(_ deed: Deed) -> String { "\(date(deed)) \(deed.commit.short)" }
  private func date(_ deed: Deed) -> String {
    Timestamp(seconds: deed.time, offsetMinutes: deed.offsetMinutes).dayText
  }
}
