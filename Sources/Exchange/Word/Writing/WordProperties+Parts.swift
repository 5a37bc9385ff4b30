internal import Packages

extension WordProperties {
  /// `docProps/core.xml`: title, author, language, dates.
  static func corePart(_ properties: WordProperties) throws(PackageError) -> [UInt8] {
    var xml = try XMLWriter()
    try xml.start("cp:coreProperties")
    try xml.attribute("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties")
    try xml.attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/")
    try xml.attribute("xmlns:dcterms", "http://purl.org/dc/terms/")
    try xml.attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
    if let title = properties.title { try xml.words("dc:title", title) }
    if let creator = properties.creator { try xml.words("dc:creator", creator) }
    if let language = properties.language { try xml.words("dc:language", language) }
    if let created = properties.created {
      for name in ["dcterms:created", "dcterms:modified"] {
        try xml.start(name)
        try xml.attribute("xsi:type", "dcterms:W3CDTF")
        try xml.text(created)
        try xml.end()
      }
    }
    return try xml.finished()
  }

  /// `docProps/app.xml`: what wrote the file.
  static func applicationPart() throws(PackageError) -> [UInt8] {
    var xml = try XMLWriter()
    try xml.start("Properties")
    try xml.attribute("xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties")
    try xml.words("Application", "amend")
    return try xml.finished()
  }

  /// `docProps/custom.xml`: the document's symbol and origin and how its lines are parted, which the standard properties
  /// have no place for; `nil` where there is none of them.
  static func customPart(_ properties: WordProperties) throws(PackageError) -> [UInt8]? {
    var values = properties.symbol.map { [("Symbol", $0)] } ?? []
    for (index, value) in (properties.origin?.values ?? []).enumerated() {
      values.append((DocumentOrigin.name + String(index + 1), value))
    }
    if properties.hasLinesApart { values.append((linesApart, "without a backslash")) }
    if values.isEmpty { return nil }
    var xml = try XMLWriter()
    try xml.start("Properties")
    try xml.attribute("xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties")
    try xml.attribute("xmlns:vt", "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes")
    for (index, (name, value)) in values.enumerated() {
      try xml.start("property")
      try xml.attribute("fmtid", "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}")
      try xml.attribute("pid", String(index + 2))
      try xml.attribute("name", name)
      try xml.words("vt:lpwstr", value)
      try xml.end()
    }
    return try xml.finished()
  }

  /// The name of the property that says so of lines.
  static let linesApart = "Lines apart"
}
