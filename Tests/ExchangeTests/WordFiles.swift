import Exchange
import Packages

/// Word files made of the XML that matters, for tests.
enum WordFiles {
  static let namespaces =
    #"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" "#
    + #"xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" "#
    + #"xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" "#
    + #"xmlns:v="urn:schemas-microsoft-com:vml" "#
    + #"xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" "#
    + #"xmlns:x="urn:of-nobody""#

  static func document(_ body: String) -> String {
    "<?xml version=\"1.0\"?><w:document \(namespaces)><w:body>\(body)</w:body></w:document>"
  }

  /// A package with the body and other parts, by their names in the folder `word`: `numbering`, `styles`, `footnotes`.
  static func package(_ body: String, _ parts: [String: String] = [:]) throws -> [UInt8] {
    var files: [String: [UInt8]] = ["word/document.xml": Array(document(body).utf8)]
    for (name, content) in parts {
      files["word/\(name).xml"] = Array("<w:\(name) \(namespaces)>\(content)</w:\(name)>".utf8)
    }
    return try PackageWriter.write(files)
  }

  static func read(_ body: String, _ parts: [String: String] = [:]) throws -> WordDocument {
    try WordReader.read(package(body, parts))
  }

  /// A paragraph with one run.
  static func paragraph(_ text: String, _ properties: String = "") -> String {
    "<w:p>\(properties.isEmpty ? "" : "<w:pPr>\(properties)</w:pPr>")<w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r></w:p>"
  }

  static func numbered(_ list: Int, _ level: Int = 0) -> String {
    "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(list)\"/></w:numPr>"
  }
}

extension WordDocument {
  /// The text of each paragraph of the body, with the automatic number in front.
  var lines: [String] {
    body.flatMap(\.paragraphs).map { ($0.number.map { $0 + " " } ?? "") + $0.runs.map(\.text).joined() }
  }
}
