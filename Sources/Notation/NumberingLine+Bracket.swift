extension NumberingLine {
  /// Reads a number that stands inside a bracket, before or after its labels: `[3. text]`, `[Ven: 1 bis. text]`.
  ///
  /// - Returns: the number, with the range that holds it and the space behind it.
  static func inBracket(_ bytes: [UInt8], labels: LabelTable) -> NumberingLine? {
    guard bytes.first == 0x5B else { return nil }
    if let found = NumberingLine(bytes, from: 1) { return found }
    guard let colon = bytes.prefix(200).firstIndex(of: 0x3A),
      case .labels = labels.meaning(ofList: String(decoding: bytes[1..<colon], as: UTF8.self))
    else { return nil }
    var start = colon + 1
    while start < bytes.count, bytes[start] == 0x20 { start += 1 }
    return NumberingLine(bytes, from: start)
  }
}
