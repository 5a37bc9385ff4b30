internal import Packages

/// Which parts a package has, and how they hang together (ISO/IEC 29500-2).
struct WordRelations {
  var parts: [String]

  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
  private static let word = "application/vnd.openxmlformats-officedocument.wordprocessingml."

  /// Part, type of its relation, type of its content.
  private static let known: [(part: String, relation: String, content: String)] = [
    ("word/document.xml", office + "officeDocument", word + "document.main+xml"),
    (
      "docProps/core.xml", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
      "application/vnd.openxmlformats-package.core-properties+xml"
    ),
    (
      "docProps/app.xml", office + "extended-properties",
      "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    ),
    (
      "docProps/custom.xml", office + "custom-properties",
      "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    ),
    ("word/styles.xml", office + "styles", word + "styles+xml"),
    ("word/settings.xml", office + "settings", word + "settings+xml"),
    ("word/footnotes.xml", office + "footnotes", word + "footnotes+xml"),
    ("word/endnotes.xml", office + "endnotes", word + "endnotes+xml"),
    ("word/comments.xml", office + "comments", word + "comments+xml"),
    ("word/header1.xml", office + "header", word + "header+xml"),
    ("word/header2.xml", office + "header", word + "header+xml"),
  ]

  /// The identifier that a part is referred to by.
  static func identifier(of part: String) -> String {
    "rId\((known.firstIndex { $0.part == part } ?? -1) + 1)"
  }

  private var present: [(part: String, relation: String, content: String)] {
    Self.known.filter { parts.contains($0.part) }
  }

  func ofPackage() throws(PackageError) -> [UInt8] {
    try relations { $0 == "word/document.xml" || $0.hasPrefix("docProps/") }
  }

  func ofDocument() throws(PackageError) -> [UInt8] {
    try relations { $0.hasPrefix("word/") && $0 != "word/document.xml" }
  }

  private func relations(where isMember: (String) -> Bool) throws(PackageError) -> [UInt8] {
    var xml = try XMLWriter()
    try xml.start("Relationships")
    try xml.attribute("xmlns", "http://schemas.openxmlformats.org/package/2006/relationships")
    for part in present where isMember(part.part) {
      let folder = isMember("word/document.xml") ? "" : "word/"
      try xml.value(
        "Relationship",
        [
          ("Id", Self.identifier(of: part.part)), ("Type", part.relation),
          ("Target", String(part.part.dropFirst(folder.count))),
        ])
    }
    return try xml.finished()
  }

  func contentTypes() throws(PackageError) -> [UInt8] {
    var xml = try XMLWriter()
    try xml.start("Types")
    try xml.attribute("xmlns", "http://schemas.openxmlformats.org/package/2006/content-types")
    try xml.value(
      "Default",
      [("Extension", "rels"), ("ContentType", "application/vnd.openxmlformats-package.relationships+xml")])
    try xml.value("Default", [("Extension", "xml"), ("ContentType", "application/xml")])
    for part in present {
      try xml.value("Override", [("PartName", "/" + part.part), ("ContentType", part.content)])
    }
    return try xml.finished()
  }
}
