internal import Drafting
internal import Notation

/// What stands above the text of a document: the lines of the title block as the Organization sets them, and the lines at
/// the top right that the title block does not have itself.
///
/// `OEA/Ser.G`, the symbol, the date and `Original: English` stand at the right; what precedes them, the organ, at the
/// left; all else is the title, centred and bold.
struct TitlePage {
  enum Kind {
    case organ, reference, title
  }

  private(set) var kinds: [Kind]

  /// For the head of the first page.
  private(set) var masthead: [String] = []

  /// For below lines of the title block, by their places.
  private var added: [Int: [String]] = [:]

  init(_ lines: [String], settings: DraftSettings, date: DocumentDate?) {
    let references = lines.map(Self.reference)
    let first = references.firstIndex { $0 != nil } ?? 0
    kinds = references.enumerated().map { index, reference in
      reference != nil ? .reference : index < first ? .organ : .title
    }
    if let symbol = settings.symbol, !lines.contains(symbol) { masthead.append(symbol) }
    // Below a symbol of the title block's own, date and language follow it, as they do everywhere.
    let symbol = references.lastIndex { $0 == .symbol || $0 == .series }
    if let date, !references.contains(.date) { add(date.text(in: settings.language), below: symbol) }
    if !references.contains(.language) {
      add(settings.language.originalLine, below: symbol == nil ? nil : references.lastIndex { $0 == .date } ?? symbol)
    }
  }

  private mutating func add(_ line: String, below place: Int?) {
    if let place { added[place, default: []].append(line) } else { masthead.append(line) }
  }

  /// What stands below a line of the title block that the draft does not have: no part of its text.
  func added(after place: Int) -> [WordParagraph] {
    (added[place] ?? []).map { WordParagraph(style: WordStyle.masthead.rawValue, runs: [WordRun($0)]) }
  }

  private enum Reference {
    case series, symbol, date, language, classification
  }

  /// What a line at the right says; `nil` for any other line.
  private static func reference(_ line: String) -> Reference? {
    guard line.utf8.count <= 60 else { return nil }
    if line.hasPrefix("OEA/Ser") || line.hasPrefix("OEA/SER") { return .series }
    if line.hasPrefix("Original") { return .language }
    if ["Classification", "Clasificación", "Classificação"].contains(where: line.hasPrefix) { return .classification }
    if TitleBlock.symbol(in: line) != nil { return .symbol }
    return isDate(line) ? .date : nil
  }

  /// `4 May 2026`, `May 4, 2026`, `4 de mayo de 2026`.
  private static func isDate(_ line: String) -> Bool {
    let words = line.lowercased().split { " ,.".contains($0) }.map(String.init)
    guard (3...6).contains(words.count), let year = words.last, year.utf8.count == 4, Int(year) != nil else {
      return false
    }
    let rest = words.dropLast().filter { $0 != "de" }
    return rest.count == 2 && rest.contains { Int($0.prefix { $0.isNumber }) != nil }
      && rest.contains { word in
        Language.allCases.contains { DocumentDate.months($0).contains { $0.lowercased() == word } }
      }
  }
}
