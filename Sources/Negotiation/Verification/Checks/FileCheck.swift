internal import Drafting
internal import Git
internal import TextForm

/// Every file is read, so that its hash is known to be right, means something, and is written as this program writes it.
struct FileCheck: RepositoryCheck {
  private var seen: Set<Key> = []

  /// A content read as one kind of file.
  private struct Key: Hashable {
    var blob: ObjectID
    var kind: String
  }

  mutating func look(at commit: VerifiedCommit, in history: VerifiedHistory) throws -> [Finding] {
    var findings: [Finding] = []
    for difference in commit.differences {
      guard let blob = difference.new else { continue }
      // What no part of a negotiation reaches need only be whole.
      let form = commit.line == .other ? nil : FileForm(path: difference.path, commit.line)
      findings += look(at: blob, path: difference.path, form, of: commit.id, history.repository)
    }
    return findings
  }

  /// Looks at one file, if its content was not seen before.
  ///
  /// - Parameter form: what it must be; `nil` where it need only be whole.
  mutating func look(
    at blob: ObjectID, path: String, _ form: FileForm?, of commit: ObjectID, _ repository: Repository
  ) -> [Finding] {
    var findings: [Finding] = []
    if form == .unknown {
      findings.append(Finding(.unknownFile, commit: commit, path: path, "no negotiation has such a file"))
    }
    let form = form ?? .unknown
    guard seen.insert(Key(blob: blob, kind: form.seenAs)).inserted else { return findings }
    do throws(GitError) {
      if let (code, message) = form.complaint(try repository.text(blob)) {
        findings.append(Finding(code, commit: commit, path: path, message))
      }
    } catch {
      // Bytes that are no text are a file that cannot be understood; any other damage is the object's.
      let isText = error.action.hasPrefix("read the text")
      let code = isText ? Finding.Code.damagedFile : .damagedObject
      findings.append(Finding(code, commit: commit, path: path, isText ? error.message : error.description))
    }
    return findings
  }
}

/// What a file of a negotiation holds, by its path.
enum FileForm: Equatable {
  case paragraph
  case outline(SectionName)
  case settings
  case registry
  case position
  /// The paragraphs that a delegation has moved.
  case moved
  /// The written draft beside a kept one.
  case draft
  case unknown

  /// - Parameter line: where the commit stands; `nil` where that is not known, and it may stand anywhere.
  init(path: String, _ line: VerifiedCommit.Line?) {
    if ParagraphIdentifier(path: path) != nil {
      self = .paragraph
    } else if path == DraftSettings.path {
      self = .settings
    } else if path == DelegationRegistry.path {
      self = .registry
    } else if path == MovedParagraphsFile.path, line?.isBranch ?? true {
      self = .moved
    } else if path.hasPrefix("outline/"), let section = try? SectionName(path.dropFirst("outline/".count)) {
      self = .outline(section)
    } else if path.hasPrefix(Position.folder + "/"),
      (try? ParagraphIdentifier(path.dropFirst(Position.folder.count + 1))) != nil
    {
      self = .position
    } else if path == "draft.txt", line ?? .kept == .kept {
      self = .draft
    } else {
      self = .unknown
    }
  }

  /// What decides how a content is read: the same content is read once so.
  fileprivate var seenAs: String {
    switch self {
    case .paragraph: "paragraph"
    case .outline: "outline"
    case .settings: "draft"
    case .registry: "delegations"
    case .position: "position"
    case .moved: "moved"
    case .draft, .unknown: "text"
    }
  }

  /// What is wrong with a file's text; `nil` where nothing is.
  func complaint(_ text: String) -> (Finding.Code, String)? {
    do throws(DraftingError) {
      switch self {
      case .paragraph:
        let paragraph = try Paragraph(fileText: text)
        return Self.difference(text, paragraph.fileText) ?? Self.control(in: text) ?? Self.complaint(paragraph)
      case .outline(let section):
        return Self.difference(text, try Outline(section: section, fileText: text).fileText)
      case .settings: return Self.difference(text, try DraftSettings(fileText: text).fileText)
      case .registry: return Self.difference(text, try DelegationRegistry(fileText: text).fileText)
      case .position:
        guard let position = Position(fileText: text) else { return (.damagedFile, "the file is not a position") }
        return Self.difference(text, position.fileText) ?? Self.control(in: text)
      case .moved: return Self.difference(text, MovedParagraphsFile.text(try MovedParagraphsFile.read(text)))
      case .draft, .unknown: return nil
      }
    } catch {
      return (.damagedFile, error.message)
    }
  }

  /// Where a file's text is not what this program would write.
  private static func difference(_ text: String, _ canonical: String) -> (Finding.Code, String)? {
    let composed = normalized(canonical)
    if text.utf8.elementsEqual(canonical.utf8) {
      guard !composed.utf8.elementsEqual(text.utf8) else { return nil }
      return (.notCanonical, "line \(line(of: text, composed)) is not in composed form (NFC)")
    }
    return (.notCanonical, "line \(line(of: text, canonical)) is not as amend writes it")
  }

  /// The first control character, which a screen obeys and nobody sees; white space is none.
  private static func control(in text: String) -> (Finding.Code, String)? {
    var line = 1
    for scalar in text.unicodeScalars {
      if scalar == "\n" { line += 1 }
      guard scalar.value < 0xA0, scalar.properties.generalCategory == .control, !scalar.properties.isWhitespace
      else { continue }
      let digits = String(scalar.value, radix: 16, uppercase: true)
      let name = "U+" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      return (.notCanonical, "line \(line) holds the control character \(name)")
    }
    return nil
  }

  /// The number of the first line in which two texts differ.
  private static func line(of one: String, _ other: String) -> Int {
    zip(one.utf8, other.utf8).prefix { $0 == $1 }.count { $0.0 == 0x0A } + 1
  }

  private static func complaint(_ paragraph: Paragraph) -> (Finding.Code, String)? {
    if !Paragraph.canonical(paragraph.text).utf8.elementsEqual(paragraph.text.utf8) {
      return (.notCanonical, "the text has white space that amend never writes")
    }
    var numbers: Set<Int> = []
    for footnote in paragraph.footnotes {
      if !numbers.insert(footnote.number).inserted {
        return (.footnotes, "two footnotes have the mark \(footnote.mark)")
      }
      if !paragraph.text.contains(footnote.mark) {
        return (.footnotes, "the footnote \(footnote.mark) has no mark in the text")
      }
    }
    return nil
  }
}
