internal import Commands
internal import Drafting
internal import Exchange
internal import Git
internal import Negotiation

/// The forms in which a draft without brackets is printed.
enum ProductFormat: String, CaseIterable, ArgumentValue {
  case text
  case markdown
  case docx
}

/// The endings of files that are Word documents, or made from one.
let documentEndings = [".docx"] + OfficeFormat.allCases.map { ".\($0.rawValue)" }

extension FilePath {
  /// Whether the file's name asks for a Word document, or for something that is made from one.
  var isDocument: Bool { documentEndings.contains { path.lowercased().hasSuffix($0) } }
}

extension FilePath {
  /// The ending of the file's name with its full stop, `.docx`; `nil` where it has none.
  var ending: String? {
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    guard !isStandardStream, !name.hasPrefix(".."), let dot = name.lastIndex(of: "."), dot != name.startIndex else {
      return nil
    }
    return String(name[dot...])
  }
}

extension ProductFormat {
  /// The form that was asked for, else the one that the file's name asks for, else text.
  init(_ asked: ProductFormat?, output: FilePath?) throws {
    let named: ProductFormat? =
      output.flatMap { $0.isDocument ? .docx : $0.path.hasSuffix(".md") ? .markdown : nil }
    self = asked ?? named ?? .text
    try output.refuse(isDocument: self == .docx, hasFormat: asked != nil, endings: [".txt", ".md"])
  }
}

extension FilePath? {
  /// Refuses a Word document on a terminal, anything else in a file whose name says that it is one, and a name whose
  /// ending asks for something that is not written.
  ///
  /// - Parameters:
  ///   - hasFormat: whether the form was asked for by itself; then any name will do.
  ///   - endings: of the files that the command writes, besides documents.
  func refuse(isDocument: Bool, hasFormat: Bool, endings: [String]) throws {
    if !hasFormat, let ending = self?.ending, !(endings + documentEndings).contains(ending.lowercased()) {
      throw CommandError(
        .invalidValue,
        "No \(ending) is written: the endings are \((endings + documentEndings).joined(separator: " ")).",
        hint: "With --format the file may have any name.")
    }
    if isDocument, self == nil {
      throw CommandError(
        .missingArgument, "A Word document needs a file: --output FILE.",
        hint: "--output - writes it to standard output.")
    }
    if !isDocument, let self, self.isDocument {
      throw CommandError(
        .conflictingArguments, "\(self.path) is named like a document, but another --format was asked for.",
        hint: "Leave out --format, or name another file.")
    }
  }
}

extension Session {
  /// What a document is dated: `--date` or `AMEND_DATE`, else when the newest of what it is made from was written. So the
  /// same state of a negotiation gives the same file.
  func documentDate(of negotiation: Negotiation) throws -> DocumentDate {
    let latest = try negotiation.latestMoment()
    let moment =
      try date
      ?? streams.environment("AMEND_DATE").flatMap { $0.isEmpty ? nil : $0 }.map(moment(inVariable:))
      ?? Timestamp(seconds: latest.seconds, offsetMinutes: latest.offsetMinutes)
    return moment.documentDate
  }

  /// What a document says of the state that it is written from.
  ///
  /// - Parameter delegations: whose tips it says; of all for `nil`.
  func origin(
    _ form: DocumentOrigin.Form, of negotiation: Negotiation, _ delegations: Set<DelegationCode>? = nil
  ) throws -> DocumentOrigin {
    let tips = try negotiation.delegationTips().filter { delegations?.contains($0.delegation.code) ?? true }
    return DocumentOrigin(
      form, main: negotiation.main.commit.description,
      tips: Dictionary(
        tips.map { ($0.delegation.code, $0.tip.description) }, uniquingKeysWith: { first, _ in first }))
  }

  /// The answer of a command as a Word document, or what LibreOffice makes of it where the file's name asks for that.
  func answer(document: [UInt8], into file: FilePath?) throws {
    guard let file, let format = OfficeFormat(path: file.path) else {
      return try answer(pieces: [document[...]], into: file)
    }
    let converted = try OfficeConversion().converted(
      document, from: "docx", to: format.rawValue, in: streams.environment("TMPDIR") ?? "/tmp")
    try answer(pieces: [converted[...]], into: file)
  }
}

extension Timestamp {
  var documentDate: DocumentDate {
    let day = calendarDay
    return DocumentDate(year: day.year, month: day.month, day: day.day, instant: instant)
  }

  /// In UTC, as Word dates changes: `2009-02-24T13:30:00Z`.
  var instant: String { Timestamp(seconds: seconds, offsetMinutes: 0).internetText }
}
