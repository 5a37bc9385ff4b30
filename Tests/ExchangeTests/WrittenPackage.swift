import Exchange
import Packages
import Testing

/// A written package, read with nothing but the zip and XML readers: what its markup says, not what this program means.
struct WrittenPackage {
  private(set) var parts: [String: Element] = [:]

  /// An element with its attributes and what stands in it.
  struct Element {
    var name: String
    var attributes: [String: String]
    var children: [Element] = []
    var text = ""

    func all(_ wanted: String) -> [Element] {
      (name == wanted ? [self] : []) + children.flatMap { $0.all(wanted) }
    }

    func first(_ wanted: String) -> Element? { all(wanted).first }

    subscript(attribute: String) -> String? { attributes[attribute] }

    /// Whether it is the raised comma between two marks of notes.
    var isNoteComma: Bool {
      name == "w:r" && first("w:vertAlign")?["w:val"] == "superscript"
        && (all("w:t") + all("w:delText")).map(\.text) == [","]
    }
  }

  static let prefixes = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://www.w3.org/XML/1998/namespace": "xml",
    "http://schemas.openxmlformats.org/package/2006/content-types": "t",
    "http://schemas.openxmlformats.org/package/2006/relationships": "p",
  ]

  private static let attributes = [
    "w:id", "w:val", "w:author", "w:date", "w:name", "w:type", "w:styleId", "r:id", "xml:space", "PartName", "Id",
    "Target",
  ]

  init(_ bytes: [UInt8]) throws {
    var package = try PackageReader(bytes)
    for name in package.names {
      let bytes = try #require(try package.part(name))
      var reader = try XMLReader(bytes, part: name, prefixes: Self.prefixes)
      var open: [Element] = []
      while let event = try reader.next() {
        switch event {
        case .start(let name):
          var found: [String: String] = [:]
          for attribute in Self.attributes { found[attribute] = reader.attribute(attribute) }
          open.append(Element(name: name, attributes: found))
        case .text(let text):
          open[open.count - 1].text += text
        case .end:
          let element = open.removeLast()
          if open.isEmpty { parts[name] = element } else { open[open.count - 1].children.append(element) }
        }
      }
    }
  }

  var body: Element { get throws { try #require(parts["word/document.xml"]?.first("w:body")) } }
}

/// What a person does with all changes of a document.
enum Verdict {
  case accepting, refusing

  /// Whether what stands in an element of changes goes with the verdict.
  func removes(_ name: String) -> Bool {
    switch name {
    case "w:ins", "w:moveTo": self == .refusing
    case "w:del", "w:moveFrom": self == .accepting
    default: false
    }
  }
}

extension WrittenPackage {
  /// The paragraphs of the body after all changes were accepted or refused, as Word does it: what goes goes, and a paragraph
  /// whose mark goes is joined with the next. Notes are given as their texts in braces.
  func paragraphs(_ verdict: Verdict, showsNoteCommas: Bool = false) throws -> [String] {
    var paragraphs: [String] = []
    var pending: String?
    for paragraph in try body.all("w:p") {
      var text = pending ?? ""
      append(paragraph, verdict, showsNoteCommas, to: &text)
      let marks = paragraph.children.first { $0.name == "w:pPr" }?.children.first { $0.name == "w:rPr" }?.children ?? []
      if marks.contains(where: { verdict.removes($0.name) }) {
        pending = text
      } else {
        pending = nil
        paragraphs.append(text)
      }
    }
    if let pending { paragraphs.append(pending) }
    return paragraphs
  }

  private func append(_ element: Element, _ verdict: Verdict, _ showsNoteCommas: Bool, to text: inout String) {
    if element.isNoteComma, !showsNoteCommas { return }
    if verdict.removes(element.name) || element.name == "w:pPr" || element.name == "w:rPr" { return }
    switch element.name {
    case "w:t", "w:delText": text += element.text
    case "w:tab": text += "\t"
    case "w:br": text += "\n"
    case "w:footnoteReference": text += "{\(note(element["w:id"] ?? ""))}"
    default: for child in element.children { append(child, verdict, showsNoteCommas, to: &text) }
    }
  }

  private func note(_ id: String) -> String {
    let notes = parts["word/footnotes.xml"]?.all("w:footnote") ?? []
    return notes.first { $0["w:id"] == id }?.all("w:t").map(\.text).joined() ?? "no note \(id)"
  }
}
