internal import Packages

extension WordProperties {
  /// Reads `docProps/core.xml`.
  mutating func readCore(_ reader: inout XMLReader) throws(PackageError) {
    while let event = try reader.next() {
      switch event {
      case .start("dc:title"): title = try reader.textInside()
      case .start("dc:creator"): creator = try reader.textInside()
      case .start("dc:language"): language = try reader.textInside()
      case .start("dcterms:created"): created = try reader.textInside()
      default: break
      }
    }
  }

  /// Reads `docProps/custom.xml`: the property called `Symbol`, and those that say the document's origin and how its lines
  /// are parted.
  mutating func readCustom(_ reader: inout XMLReader) throws(PackageError) {
    var origin: [Int: String] = [:]
    while let event = try reader.next() {
      guard event == .start("op:property"), let name = reader.attribute("name") else { continue }
      if name == "Symbol" { symbol = try reader.textInside() }
      if name == Self.linesApart { hasLinesApart = true }
      guard name.hasPrefix(DocumentOrigin.name), let place = Int(name.dropFirst(DocumentOrigin.name.count)) else {
        continue
      }
      origin[place] = try reader.textInside()
    }
    self.origin = DocumentOrigin(values: origin.sorted { $0.key < $1.key }.map(\.value))
  }
}

extension XMLReader {
  /// The text of the element that has just begun, and of all in it; `nil` for none.
  mutating func textInside() throws(PackageError) -> String? {
    let level = depth
    var text = ""
    while depth >= level, let event = try next() {
      if case .text(let more) = event { text += more }
    }
    return text.isEmpty ? nil : text
  }
}
