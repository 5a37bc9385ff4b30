internal import Packages

/// The lists of a document: `numbering.xml`.
struct WordNumbering: Hashable {
  struct Level: Hashable {
    var start = 1
    var format = WordNumberFormat.decimal
    var text = ""
    /// The level, counted from 1, behind which this one begins again; 0 for never, `nil` for any above it.
    var restart: Int?
    var style: String?
    /// Whether all numbers in the text are printed in digits.
    var isLegal = false
  }

  struct Abstract: Hashable {
    var levels: [Int: Level] = [:]
    /// The numbering style whose list this one really is.
    var link: String?
  }

  struct Instance: Hashable {
    var abstract = 0
    var startOverrides: [Int: Int] = [:]
    var levels: [Int: Level] = [:]
  }

  static let greatestLevel = 8

  private(set) var abstracts: [Int: Abstract] = [:]
  private(set) var instances: [Int: Instance] = [:]

  init() {}

  init(_ reader: inout XMLReader) throws(PackageError) {
    while let event = try reader.next() {
      if event == .start("w:abstractNum") {
        let identifier = reader.number("w:abstractNumId")
        let abstract = try Self.abstract(&reader)
        if let identifier { abstracts[identifier] = abstract }
      } else if event == .start("w:num") {
        let identifier = reader.number("w:numId")
        let instance = try Self.instance(&reader)
        if let identifier { instances[identifier] = instance }
      }
    }
  }

  private static func abstract(_ reader: inout XMLReader) throws(PackageError) -> Abstract {
    var abstract = Abstract()
    try reader.forEachChild { (reader, event) throws(PackageError) in
      if event == .start("w:lvl"), let index = reader.level("w:ilvl") {
        abstract.levels[index] = try level(&reader)
      } else if event == .start("w:numStyleLink") {
        abstract.link = reader.attribute("w:val")
      }
    }
    return abstract
  }

  private static func instance(_ reader: inout XMLReader) throws(PackageError) -> Instance {
    var instance = Instance()
    try reader.forEachChild { (reader, event) throws(PackageError) in
      if event == .start("w:abstractNumId") {
        instance.abstract = reader.number("w:val") ?? 0
      } else if event == .start("w:lvlOverride"), let index = reader.level("w:ilvl") {
        try reader.forEachChild { (reader, event) throws(PackageError) in
          if event == .start("w:startOverride") {
            instance.startOverrides[index] = reader.number("w:val") ?? 1
          } else if event == .start("w:lvl") {
            instance.levels[index] = try level(&reader)
          }
        }
      }
    }
    return instance
  }

  private static func level(_ reader: inout XMLReader) throws(PackageError) -> Level {
    var level = Level()
    try reader.forEachChild { (reader, event) throws(PackageError) in
      guard case .start(let name) = event else { return }
      switch name {
      case "w:start": level.start = reader.number("w:val") ?? 1
      case "w:numFmt": level.format = WordNumberFormat(reader.attribute("w:val") ?? "")
      case "w:lvlText": level.text = String((reader.attribute("w:val") ?? "").prefix(100))
      case "w:lvlRestart": level.restart = reader.number("w:val")
      case "w:pStyle": level.style = reader.attribute("w:val")
      case "w:isLgl": level.isLegal = reader.isOn()
      default: break
      }
    }
    return level
  }
}

extension XMLReader {
  /// An attribute as a number, within what any document needs.
  mutating func number(_ name: String) -> Int? {
    attribute(name).flatMap { Int($0) }.map { min(max($0, -1_000_000_000), 1_000_000_000) }
  }

  /// An attribute as the level of a list; `nil` for levels that no list has.
  mutating func level(_ name: String) -> Int? {
    number(name).flatMap { (0...WordNumbering.greatestLevel).contains($0) ? $0 : nil }
  }

  /// Whether an element that switches something switches it on: so it does unless it says otherwise.
  mutating func isOn() -> Bool {
    guard let value = attribute("w:val") else { return true }
    return !["0", "false", "off", "none"].contains(value)
  }
}
