import AmendCommands
import Commands
import Testing

@Suite("JSON lines")
struct JSONLinesTests {
  @Test func aLineThatIsNotUnderstoodIsReportedAndTheRestGoesOn() {
    let input = """
      {"id":1,"base":"a b","versions":{"Mex":"a c"}}

      {bad
      [1]
      {"id":2,"base":"q"}
      {"id":3,"base":"a","versions":{"Mex":1}}
      {"base":"a","versions":{}}
      """
    let outcome = run(["merge", "--jsonl"], input)
    #expect(outcome.status == .no)
    #expect(
      outcome.output == """
        {"id":1,"text":"a [Mex: c ~~b~~]","brackets":1,"places":1,"tree":["a ",{"alternatives":[{"labels":["Mex"],\
        "content":["c"]}],"struck":["b"]}],"moves":[]}
        {"id":null,"text":"a","brackets":0,"places":0,"tree":["a"],"moves":[]}

        """)
    #expect(
      outcome.errors == """
        amend: line 2 is empty
        amend: line 3, column 2: a key in quotation marks was expected
        amend: line 4 is not an object
        amend: line 5 has no "versions"
        amend: line 6 has a version 'Mex' that is no text

        """)
  }

  @Test func aByteOrderMarkBeforeTheFirstLineIsNoText() {
    let line = #"{"id":1,"text":"a [Mex: b]","labels":["Mex"]}"#
    let outcome = run(["extract", "--jsonl"], "\u{FEFF}" + line + "\n\u{FEFF}" + line, block: 2)
    #expect(outcome.output == #"{"id":1,"base":"a","readings":{"Mex":"a b"}}"# + "\n")
    #expect(outcome.errors.hasPrefix("amend: line 2, column 1: "))
  }

  @Test func linesKeepTheirOrderAndTheirNumbersThroughManyBlocks() {
    // Blocks of a hundred bytes that end anywhere in a line.
    let lines = (1...2_000).map { $0 % 97 == 0 ? "{\($0)" : #"{"id":\#($0),"text":"a [Mex: b]","labels":["Mex"]}"# }
    let outcome = run(["extract", "--jsonl"], lines.joined(separator: "\n"), block: 100)
    let answers = (1...2_000).filter { $0 % 97 != 0 }.map {
      "{\"id\":\($0),\"base\":\"a\",\"readings\":{\"Mex\":\"a b\"}}\n"
    }
    #expect(outcome.output == answers.joined())
    let places = outcome.errors.split(separator: "\n").map { line in String(line.prefix { $0 != "," }) }
    #expect(places == (1...20).map { number in "amend: line \(number * 97)" })
    #expect(outcome.status == .no)
  }

  @Test func aClauseThatMovesIsListed() {
    let outcome = run(
      ["merge", "--jsonl"],
      """
      {"base":"To promote, in accordance with domestic law, the exchange of information among the authorities.",\
      "versions":{"Pan":"To promote the exchange of information among the authorities, in accordance with domestic law."}}
      """)
    #expect(
      outcome.output.contains(
        #""moves":[{"labels":["Pan"],"words":"in accordance with domestic law","from":0,"to":1}]}"#),
      "\(outcome.output)")
  }

  @Test func everyLineOfAThousandIsAnsweredOrReported() {
    let pieces = [
      "", " ", "\r", "null", "[]", "{}", "\u{FEFF}{}", #"{"base":"a","versions":{"Mex":"b"}}"#, #"{"base":"a""#, "\0",
      "é",
      #"{"base":"\ud800","versions":{}}"#, #"{"base":"","versions":{"":""}}"#, String(repeating: "[", count: 3_000),
    ]
    let lines = (0..<1_000).map { pieces[($0 * 7 + $0 / 13) % pieces.count] } + ["null"]
    let outcome = run(["merge", "--jsonl"], lines.joined(separator: "\n"), block: 61)
    let reported = outcome.errors.split(separator: "\n").compactMap { line in
      Int(line.dropFirst("amend: line ".count).prefix(while: \.isNumber))
    }
    #expect(reported.count + outcome.output.split(separator: "\n").count == lines.count)
    #expect(reported == reported.sorted() && Set(reported).count == reported.count)
    for number in reported { #expect(lines[number - 1] != pieces[7]) }
    #expect(outcome.status == .no)
  }

  @Test func whatWasMergedIsExtractedAgain() {
    let line = #"{"id":"x","base":"the old \\ text","versions":{"Méx":"the new text","Ven":"","Bra":"old \"é\""}}"#
    let merged = run(["merge", "--jsonl"], line)
    #expect(merged.status == .done)
    let written = merged.output.replacing(#""brackets""#, with: #""labels":["Bra","Méx","Ven"],"brackets""#)
    #expect(
      run(["extract", "--jsonl"], written).output
        == #"{"id":"x","base":"the old \\ text","readings":{"Bra":"old \"é\"","Méx":"the new text","Ven":""}}"# + "\n")
  }

  @Test func filesThatWereMergedAreExtractedAgain() throws {
    let room = try Room()
    let texts = [
      "base": "To meet.\n\n[Mex: always] OP2. APPROVED", "Mex": "To meet now.\n\n[Mex: always] OP2. APPROVED",
      "Ven": "",
    ]
    for (name, text) in texts { try room.write(text, to: name) }
    let merged = room.amend("merge", "--base", "ROOM/base", "Mex=ROOM/Mex", "Ven=ROOM/Ven")
    try room.write(merged.output, to: "merged")
    let labels = ["--label", "Mex", "--label", "Ven"]
    #expect(room.amend(["extract", "ROOM/merged", "--base"] + labels).output == (texts["base"] ?? "") + "\n")
    for name in ["Mex", "Ven"] {
      let words = ["extract", "ROOM/merged", "--country", name] + labels
      #expect(room.amend(words).output == (texts[name] ?? "") + "\n")
    }
    #expect(room.amend(["extract", "ROOM/merged", "--country", "Bra"] + labels).status == 2)
  }

  @Test func aClosedPipeEndsTheWork() {
    let errors = MemorySink()
    let line = #"{"id":1,"base":"a","versions":{"Mex":"b"}}"# + "\n"
    let status = amendProgram.run(
      ["merge", "--jsonl"],
      streams: Streams(
        input: Input(EndlessLines(line: line)), output: Output(ClosedSink()), errors: Output(errors)))
    #expect(status == .pipeClosed)
    #expect(errors.text == "")
  }

  private func run(_ arguments: [String], _ input: String, block: Int? = nil) -> (
    status: Commands.ExitStatus, output: String, errors: String
  ) {
    let (output, errors) = (MemorySink(), MemorySink())
    let source = block.map { Input(Pieces(Array(input.utf8), size: $0)) } ?? Input(text: input)
    let status = amendProgram.run(
      arguments, streams: Streams(input: source, output: Output(output), errors: Output(errors)))
    return (status, output.text, errors.text)
  }
}

/// Bytes that come a few at a time.
private final class Pieces: ByteSource {
  private var rest: ArraySlice<UInt8>
  private let size: Int

  init(_ bytes: [UInt8], size: Int) {
    rest = bytes[...]
    self.size = size
  }

  func next() -> [UInt8] {
    defer { rest = rest.dropFirst(size) }
    return Array(rest.prefix(size))
  }
}

private final class EndlessLines: ByteSource {
  private let bytes: [UInt8]

  init(line: String) { bytes = Array(String(repeating: line, count: 100).utf8) }

  func next() -> [UInt8] { bytes }
}

private final class ClosedSink: ByteSink {
  func write(_ bytes: UnsafeRawBufferPointer) throws(CommandError) { throw CommandError(.pipeClosed, "") }
  func flush() {}
}
