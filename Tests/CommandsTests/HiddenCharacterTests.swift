import Commands
import Testing

@Suite("Characters that are not seen")
struct HiddenCharacterTests {
  @Test(arguments: [
    ("f\u{1B}[31mish", 1, 2, "U+001B (control character)"), ("la\u{202E}kes", 1, 3, "U+202E (right-to-left override)"),
    ("one\ntwó\u{2066}", 2, 4, "U+2066 (left-to-right isolate)"), ("\u{7F}", 1, 1, "U+007F (control character)"),
    ("é\u{9B}", 1, 2, "U+009B (control character)"), ("a\0", 1, 2, "U+0000 (control character)"),
  ])
  func areFoundWithTheirPlace(text: String, line: Int, column: Int, name: String) {
    let hidden = HiddenCharacter(in: text)
    #expect(hidden?.line == line)
    #expect(hidden?.column == column)
    #expect(hidden?.name == name)
  }

  @Test func areAllThatTurnOrControl() {
    let all = (0...0x2FFF).compactMap { Unicode.Scalar(UInt32($0)) }
    let found = all.filter { HiddenCharacter(in: "–\($0)") != nil }.map(\.value)
    let expected = [0...8, 0xE...0x1F, 0x7F...0x84, 0x86...0x9F, 0x202A...0x202E, 0x2066...0x2069].flatMap { Array($0) }
    #expect(found == expected.map { UInt32($0) })
  }

  /// What a terminal is sent.
  private func shown(_ text: String, isTerminal: Bool = true) throws -> String {
    let sink = MemorySink()
    try Output(sink, isTerminal: isTerminal).write(text)
    return sink.text
  }

  @Test func areShownOnATerminalByTheirNumbers() throws {
    #expect(try shown("la\u{202E}kes and f\u{1B}[8mish\u{7}") == "la‹U+202E›kes and f‹U+001B›[8mish‹U+0007›")
    #expect(try shown("a\u{1B}[2K\u{1B}\u{1B}[") == "a‹U+001B›[2K‹U+001B›‹U+001B›[")
    let styled = "\u{1B}[1;4;35mwords\u{1B}[0m of \u{1B}[36mPeru\u{1B}[0m\n"
    #expect(try shown(styled) == styled)
    #expect(try shown("la\u{202E}kes", isTerminal: false) == "la\u{202E}kes")
  }
}
