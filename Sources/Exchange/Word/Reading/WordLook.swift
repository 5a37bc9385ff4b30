internal import Packages

/// What a style or a run says about the look of its text, and what it leaves open.
struct WordLook: Hashable {
  /// What is switched on, and what is switched on or off.
  private(set) var on: WordFormat = []
  private(set) var said: WordFormat = []

  /// The character style that a run names.
  private(set) var style: String?

  init() {}

  /// Reads the element `w:rPr` that has just begun; what it was before a tracked change of its look is passed over.
  init(_ reader: inout XMLReader) throws(PackageError) {
    var look = WordLook()
    try reader.forEachChild { (reader, event) throws(PackageError) in
      guard case .start(let name) = event else { return }
      look.read(name, &reader)
    }
    self = look
  }

  /// Takes one property in; those without a meaning for the words are passed over.
  mutating func read(_ name: String, _ reader: inout XMLReader) {
    switch name {
    case "w:b": say(.bold, reader.isOn())
    case "w:i": say(.italic, reader.isOn())
    case "w:u": say(.underline, reader.isOn())
    case "w:strike", "w:dstrike": if reader.isOn() { say(.strike, true) } else { say(.strike, on.contains(.strike)) }
    case "w:caps": say(.capitals, reader.isOn())
    case "w:smallCaps": say(.smallCapitals, reader.isOn())
    case "w:vanish", "w:specVanish": say(.hidden, reader.isOn())
    case "w:vertAlign":
      let value = reader.attribute("w:val")
      say(.superscript, value == "superscript")
      say(.subscript, value == "subscript")
    case "w:rStyle": style = reader.attribute("w:val")
    default: break
    }
  }

  /// Takes in what the name of a style says by itself.
  mutating func readStyleName(_ name: String) {
    if name == WordStylesheet.literalName { say(.literal, true) }
  }

  private mutating func say(_ format: WordFormat, _ isOn: Bool) {
    said.insert(format)
    if isOn { on.insert(format) } else { on.remove(format) }
  }

  /// This look with what a nearer one says.
  func with(_ nearer: WordLook) -> WordLook {
    var look = self
    look.on = on.subtracting(nearer.said).union(nearer.on)
    look.said.formUnion(nearer.said)
    return look
  }

  /// This look, a paragraph style's, with a character style: what both switch on is off (ECMA-376 part 1, 17.7.3).
  func toggled(by character: WordLook) -> WordLook {
    var look = with(character)
    look.on.subtract(on.intersection(character.on).intersection(Self.toggles))
    return look
  }

  private static let toggles: WordFormat = [.bold, .italic, .strike, .capitals, .smallCapitals, .hidden]
}
