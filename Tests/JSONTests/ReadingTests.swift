import JSON
import Testing

@Suite("Reading JSON")
struct ReadingTests {
  @Test func whatIsWrittenIsReadBack() throws {
    for seed in 0..<2_000 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let value = randomValue(&generator)
      let compact = value.text()
      #expect(try JSONValue(reading: compact).isIdentical(to: value), "seed \(seed): \(compact)")
      #expect(try JSONValue(reading: value.bytes(.pretty)).isIdentical(to: value), "seed \(seed): \(compact)")
      #expect(!compact.utf8.contains(0x0A), "seed \(seed): \(compact)")
    }
  }

  @Test func everyKindOfValueIsRead() throws {
    #expect(
      try JSONValue(
        reading: " {\"b\": [1, -0, 1.0, 1e2, true, false, null], \"a\": \"x\\u00e9\\ud83d\\ude00\\/\\u0000\"}\n")
        == ["b": [1, 0, 1.0, 100.0, true, false, nil], "a": "xé😀/\0"])
    #expect(try JSONValue(reading: "9223372036854775807") == .integer(.max))
    #expect(try JSONValue(reading: "\"\"") == "")
  }

  @Test(
    "malformed texts",
    arguments: [
      ("", .unexpectedEnd, 1, 1), ("  \n ", .unexpectedEnd, 2, 1), ("[1,", .unexpectedEnd, 1, 3),
      ("{\"a\":1", .unexpectedEnd, 1, 6), ("\"abc", .unexpectedEnd, 1, 4),
      ("[1] x", .trailingText, 1, 5), ("{}\n{}", .trailingText, 2, 1), ("1 2", .trailingText, 1, 3),
      ("[1,]", .syntax, 1, 4), ("{\"a\" 1}", .syntax, 1, 6), ("{a:1}", .syntax, 1, 2), ("{1:1}", .syntax, 1, 2),
      ("[01]", .syntax, 1, 2), ("[1.]", .syntax, 1, 3), ("+1", .syntax, 1, 1), ("nul", .syntax, 1, 3),
      ("NaN", .syntax, 1, 3), ("'a'", .syntax, 1, 1), ("\"a\tb\"", .syntax, 1, 2), ("\"\\x\"", .syntax, 1, 3),
      ("\"\\ud800\"", .syntax, 1, 7), ("\"\\ud800\\u0041\"", .syntax, 1, 7), ("\"\\udc00\"", .syntax, 1, 7),
      ("\u{FEFF}1", .syntax, 1, 1), ("{\"a\\u0000\":1}", .syntax, 1, 10),
      ("{\"é\":1,\n \"é\":2}", .repeatedKey, 2, 4), ("[9223372036854775808]", .numberOutOfRange, 1, 20),
      ("1e999", .numberOutOfRange, 1, 5),
    ] as [(String, JSONError.Code, Int, Int)])
  func malformedTextIsRefusedWithItsPlace(text: String, code: JSONError.Code, line: Int, column: Int) {
    let error = #expect(throws: JSONError.self) { try JSONValue(reading: text) }
    #expect(
      error.map { [$0.line, $0.column] } == [line, column], "\(text): \(error.map(String.init(describing:)) ?? "")")
    #expect(error?.code == code)
    #expect(error?.message.isEmpty == false)
  }

  @Test(
    "bytes that are not UTF-8",
    arguments: [[0xFF], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82]] as [[UInt8]])
  func invalidUTF8IsRefused(bytes: [UInt8]) {
    let error = #expect(throws: JSONError.self) {
      try JSONValue(reading: Array("[\n\"ab".utf8) + bytes + Array("\"]".utf8))
    }
    #expect(error?.code == .invalidUTF8)
    #expect(error?.line == 2)
  }

  @Test func aQuotedLineBreakStaysInTheLineOfTheMessage() {
    for text in ["[\n@\n]", "\"a\nb\""] {
      let error = #expect(throws: JSONError.self) { try JSONValue(reading: text) }
      #expect(error?.code == .syntax)
      #expect(error?.message.utf8.allSatisfy { $0 >= 0x20 } == true)
    }
  }

  @Test func aNullByteIsNeverAnEnd() {
    for text in ["\0", "1\0", "[1]\0", "[1]\0x", "[1\0]", "\"a\0\"", "{}\n\0"] {
      let error = #expect(throws: JSONError.self, "\(text.debugDescription)") { try JSONValue(reading: text) }
      #expect(error?.code == .syntax)
    }
    #expect(throws: JSONError(.syntax, line: 2, column: 6, "there is a null byte")) {
      try JSONValue(reading: "[\n\"é\",1\0")
    }
  }

  @Test func aKeyIsKnownAgainAmongMany() throws {
    let keys = (0..<20_000).map { "\"k\($0)\":0" }.joined(separator: ",")
    #expect(try JSONValue(reading: "{\(keys)}").object?.members.count == 20_000)
    for again in ["k0", "k15", "k16", "k19999"] {
      let error = #expect(throws: JSONError.self) { try JSONValue(reading: "{\(keys),\"\(again)\":0}") }
      #expect(error?.code == .repeatedKey, "\(again)")
    }
    // Two ways to write é are two keys.
    #expect(try JSONValue(reading: "{\(keys),\"\u{E9}\":1,\"e\u{301}\":2}")["e\u{301}"] == 2)
  }

  @Test func aSignIsFoundWhereverItStands() throws {
    for length in 0...40 {
      let plain = String(repeating: "x", count: length)
      for rest in 0...10 {
        let after = String(repeating: "é", count: rest)
        #expect(try JSONValue(reading: "\"\(plain)\\n\(after)\"") == .string("\(plain)\n\(after)"))
        #expect(try JSONValue(reading: "[\"\(plain)\(after)\"]") == [.string(plain + after)])
        let error = #expect(throws: JSONError.self) { try JSONValue(reading: "\"\(plain)\u{1F}\(after)\"") }
        #expect(error?.column == length + 1)
      }
    }
  }

  @Test func deepNestingIsRefusedAndNotFatal() throws {
    let deepest = JSONValue.deepest
    let text = String(repeating: "[", count: deepest) + String(repeating: "]", count: deepest)
    #expect(try JSONValue(reading: text).text() == text)
    for opening in ["[", "{\"a\":"] {
      let error = #expect(throws: JSONError.self) {
        try JSONValue(reading: String(repeating: opening, count: 1_000_000))
      }
      #expect(error?.code == .tooDeep)
    }
  }
}

extension JSONValue {
  /// Equal to the last code point; `==` on strings takes two ways to write é for one.
  fileprivate func isIdentical(to other: JSONValue) -> Bool {
    switch (self, other) {
    case (.string(let first), .string(let second)): first.utf8.elementsEqual(second.utf8)
    case (.array(let first), .array(let second)):
      first.count == second.count && zip(first, second).allSatisfy { $0.isIdentical(to: $1) }
    case (.object(let first), .object(let second)):
      first.members.count == second.members.count
        && zip(first.members, second.members).allSatisfy {
          $0.key.utf8.elementsEqual($1.key.utf8) && $0.value.isIdentical(to: $1.value)
        }
    default: self == other
    }
  }
}
