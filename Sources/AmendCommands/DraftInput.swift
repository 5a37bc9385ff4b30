internal import Commands
internal import Drafting
internal import Exchange
internal import Negotiation
internal import Notation

/// A draft that was read from a file, and what is to be reported about it.
struct DraftInput {
  var draft: ConsolidatedDraft
  var reports: [Report]

  /// Something that a person should look at, with its place in the file.
  struct Report {
    /// `12:3` in a text, `paragraph 12` in a document; `nil` for the whole file.
    var place: String?
    var line: Int?
    var column: Int?
    var message: String

    /// Whether the text was understood, and may all the same not say what was meant.
    var isSuspicion = false
  }
}

extension DraftInput.Report {
  init(_ diagnostic: Diagnostic) {
    self.init(
      place: "\(diagnostic.line):\(diagnostic.column)", line: diagnostic.line, column: diagnostic.column,
      message: diagnostic.message, isSuspicion: diagnostic.isSuspicion)
  }
}

/// How a file says what it is.
enum DraftFileFormat: String, CaseIterable, ArgumentValue {
  case text
  case markdown
  case docx
}

extension DraftFormat: ArgumentValue {}

extension Session {
  /// Reads a draft: a text, Markdown, a Word document, or whatever LibreOffice makes a Word document of.
  ///
  /// - Parameters:
  ///   - format: the file's form; `nil` where its name and first bytes tell.
  ///   - authors: whose the tracked changes of each author are.
  /// - Throws: `FileError` for a file that cannot be read as what it is.
  func draft(
    in file: FilePath, format: DraftFileFormat?, registry: DelegationRegistry, authors: [AuthorName]
  ) throws -> DraftInput {
    let bytes = try bytes(of: file)
    if let document = try wordDocument(bytes, of: file, format: format) {
      try refuseHidden(in: document, of: file)
      let table = LabelTable(registry: registry)
      try authors.refuseRepeated()
      var labels: [String: String] = [:]
      for author in authors {
        labels[author.author] = try registry.delegation(named: author.delegation.text).label
      }
      return Session.draft(WordDraft(document, labels: table, authors: labels), registry: registry)
    }
    let isMarkdown = format.map { $0 == .markdown } ?? file.path.hasSuffix(".md")
    let reading = DraftReader(registry: registry, format: isMarkdown ? .markdown : .text).read(
      try text(bytes, of: file))
    return DraftInput(
      draft: reading.draft,
      reports: reading.diagnostics.map { DraftInput.Report($0) })
  }

  /// Tells a person what was not understood in a file and stays as it is written there.
  func tell(_ reports: [DraftInput.Report], of file: FilePath) {
    for report in reports {
      let place = report.place.map { report.line == nil ? " \($0):" : "\($0):" } ?? ""
      streams.errors.note("\(name(of: file)):\(place) \(report.message)\n")
    }
  }

  /// A draft out of a Word document.
  private static func draft(_ word: WordDraft, registry: DelegationRegistry) -> DraftInput {
    let reading = DraftReader(registry: registry, format: .text).read(word.text)
    let remarks = word.remarks.map { remark in
      DraftInput.Report(place: remark.paragraph.map { "paragraph \($0)" }, message: remark.message)
    }
    let reports = reading.diagnostics.map { diagnostic in
      DraftInput.Report(
        place: word.place(ofLine: diagnostic.line).map { "\($0)" }, message: diagnostic.message,
        isSuspicion: diagnostic.isSuspicion)
    }
    return DraftInput(draft: reading.draft, reports: remarks + reports)
  }

  /// The Word document in a file; `nil` where the file is a text.
  func wordDocument(
    _ bytes: [UInt8], of file: FilePath, format: DraftFileFormat? = nil
  ) throws -> WordDocument? {
    let name = name(of: file)
    let office = OfficeFormat(path: file.path)
    switch WordFileKind(bytes) {
    case .other where format == nil && (file.isNamedLikeWord || office != nil):
      throw FileError(
        message: "\(name) is named like \(office?.phrase ?? "a Word document") and is none",
        hint: "Ask for it again, or give a text the ending .txt or .md.")
    case .other where format != .docx && !(office == .odt || office == .doc): return nil
    case .rtf:
      noteContent("an RTF", of: file, isNamedSo: office == .rtf)
      return try converted(bytes, from: .rtf, of: file)
    case .pdf:
      throw FileError(
        message: "\(name): a PDF has no paragraphs to read, only lines on pages",
        hint: "Ask for the document it was made from, or save its text as .txt and look it through.")
    default: break
    }
    do throws(WordError) {
      let document = try WordReader.read(bytes)
      noteContent("a Word document", of: file, isNamedSo: file.isNamedLikeWord)
      return document
    } catch {
      if error.code == .openDocument, office == .odt { return try converted(bytes, from: .odt, of: file) }
      if error.code == .oldFormat, office == .doc { return try converted(bytes, from: .doc, of: file) }
      throw FileError(message: "\(name): \(error.message)", hint: error.hint)
    }
  }

  /// Says that a file was read as what it is, where its name says something else.
  private func noteContent(_ what: String, of file: FilePath, isNamedSo: Bool) {
    guard let ending = file.ending, !isNamedSo else { return }
    streams.errors.note("\(name(of: file)): this is \(what), whatever \(ending) says, and was read as one\n")
  }

  /// A document with observations.
  ///
  /// - Throws: `FileError` for a file that is no document.
  func observations(in file: FilePath) throws -> WordDocument {
    guard let document = try wordDocument(bytes(of: file), of: file, format: .docx) else {
      throw FileError(message: "\(name(of: file)) is no Word document", hint: "Save it from Word as .docx.")
    }
    try refuseHidden(in: document, of: file)
    return document
  }

  /// The code of the delegation that each author speaks for.
  func delegations(of authors: [AuthorName], in negotiation: Negotiation) throws -> [String: DelegationCode] {
    try authors.refuseRepeated()
    var codes: [String: DelegationCode] = [:]
    for author in authors { codes[author.author] = try delegation(author.delegation, in: negotiation).code }
    return codes
  }

  /// The label of the delegation that an author speaks for: the one that was named, or the one whose name the author has.
  func label(
    of author: String, named codes: [String: DelegationCode], in negotiation: Negotiation
  ) -> String? {
    if let code = codes[author] { return negotiation.registry[code]?.label }
    guard case .label(let label) = LabelTable(registry: negotiation.registry).meaning(of: author) else { return nil }
    return label
  }

  private func converted(_ bytes: [UInt8], from format: OfficeFormat, of file: FilePath) throws -> WordDocument {
    let document = try OfficeConversion().converted(
      bytes, from: format.rawValue, to: "docx", in: streams.environment("TMPDIR") ?? "/tmp")
    do throws(WordError) {
      return try WordReader.read(document)
    } catch {
      throw FileError(message: "\(name(of: file)): \(error.message)", hint: error.hint)
    }
  }

  func name(of file: FilePath) -> String { file.isStandardStream ? "standard input" : file.path }
}

extension FilePath {
  /// Whether the file's name says that it is a Word document of today.
  fileprivate var isNamedLikeWord: Bool {
    [".docx", ".docm", ".dotx", ".dotm"].contains(ending?.lowercased())
  }
}
