internal import Packages

extension XMLWriter {
  /// Begins the root of a part, with the namespaces that its elements use.
  mutating func startPart(_ name: String) throws(PackageError) {
    try start(name)
    try attribute("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main")
    try attribute("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
  }

  /// An element without content.
  mutating func value(_ name: String, _ attributes: [(String, String)] = []) throws(PackageError) {
    try start(name)
    for (name, value) in attributes { try attribute(name, value) }
    try end()
  }

  /// An element that says one thing: `<w:jc w:val="center"/>`.
  mutating func value(_ name: String, _ value: String) throws(PackageError) {
    try start(name)
    try attribute("w:val", value)
    try end()
  }

  /// An element with text in it.
  mutating func words(_ name: String, _ text: String) throws(PackageError) {
    try start(name)
    try self.text(text)
    try end()
  }

  /// The properties of a run, in the order of the schema (CT_RPr); nothing for plain text.
  mutating func runProperties(_ format: WordFormat, style: String? = nil) throws(PackageError) {
    if format.isEmpty, style == nil { return }
    let style = style ?? (format.contains(.literal) ? WordStylesheet.literal : nil)
    try start("w:rPr")
    if let style { try value("w:rStyle", style) }
    try look(format)
    try end()
  }

  /// The elements that say a look.
  mutating func look(_ format: WordFormat) throws(PackageError) {
    if format.contains(.bold) {
      try value("w:b")
      try value("w:bCs")
    }
    if format.contains(.italic) {
      try value("w:i")
      try value("w:iCs")
    }
    if format.contains(.capitals) { try value("w:caps") }
    if format.contains(.smallCapitals) { try value("w:smallCaps") }
    if format.contains(.strike) { try value("w:strike") }
    if format.contains(.hidden) { try value("w:vanish") }
    if format.contains(.underline) { try value("w:u", "single") }
    if format.contains(.superscript) {
      try value("w:vertAlign", "superscript")
    } else if format.contains(.subscript) {
      try value("w:vertAlign", "subscript")
    }
  }

  /// The page: Letter with margins of an inch, the first page with a head of its own.
  mutating func writeSection(isLandscape: Bool) throws(PackageError) {
    try start("w:sectPr")
    try value("w:headerReference", [("w:type", "first"), ("r:id", WordRelations.identifier(of: "word/header1.xml"))])
    try value("w:headerReference", [("w:type", "default"), ("r:id", WordRelations.identifier(of: "word/header2.xml"))])
    try value(
      "w:pgSz",
      isLandscape
        ? [("w:w", "15840"), ("w:h", "12240"), ("w:orient", "landscape")] : [("w:w", "12240"), ("w:h", "15840")])
    try value(
      "w:pgMar",
      [
        ("w:top", "1440"), ("w:right", "1440"), ("w:bottom", "1440"), ("w:left", "1440"), ("w:header", "720"),
        ("w:footer", "720"), ("w:gutter", "0"),
      ])
    try value("w:cols", [("w:space", "720")])
    try value("w:titlePg")
    try end()
  }
}
