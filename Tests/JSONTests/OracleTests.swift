import Glibc
import JSON
import Testing

/// Python's reader and writer are asked the same questions.
@Suite("JSON beside Python's", .enabled(if: python(reading: "1") == "ok 1\n", "python3 is not installed"))
struct OracleTests {
  @Test func pythonReadsWhatIsWrittenAndWritesWhatIsRead() throws {
    let seeds = 0..<300 as Range<UInt64>
    let values = seeds.map { seed in
      var generator = SeededGenerator(seed: seed)
      return randomValue(&generator)
    }
    let answers = python(reading: values.map { $0.text() }.joined(separator: "\n")).split(separator: "\n")
    try #require(answers.count == values.count)
    for (seed, value) in values.enumerated() {
      #expect(answers[seed].hasPrefix("ok "), "seed \(seed)")
      #expect(try JSONValue(reading: String(answers[seed].dropFirst(3))) == value, "seed \(seed)")
    }
  }

  /// A damaged text is refused by both or read by both, with the same result. Left out is where the two differ by
  /// intent: numbers out of range, keys that stand twice.
  @Test func bothRefuseTheSameDamagedTexts() throws {
    var texts: [String] = []
    for seed in 0..<2_000 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      var scalars = Array(randomValue(&generator, depth: 2).text().unicodeScalars)
      let place = Int.random(in: 0..<scalars.count, using: &generator)
      switch Int.random(in: 0...2, using: &generator) {
      case 0: scalars.remove(at: place)
      case 1: scalars.insert("[]{},:\"\\ 01-.eEu+nt".unicodeScalars.randomElement(using: &generator) ?? " ", at: place)
      default: scalars.swapAt(place, scalars.count - 1)
      }
      texts.append(String(String.UnicodeScalarView(scalars)))
    }
    let answers = python(reading: texts.joined(separator: "\n")).split(separator: "\n")
    try #require(answers.count == texts.count)
    var refused = 0
    for (seed, text) in texts.enumerated() {
      do throws(JSONError) {
        let value = try JSONValue(reading: text)
        #expect(answers[seed].hasPrefix("ok "), "seed \(seed): read \(text)")
        if answers[seed].hasPrefix("ok ") {
          #expect(try JSONValue(reading: String(answers[seed].dropFirst(3))) == value, "seed \(seed): \(text)")
        }
      } catch {
        refused += 1
        if error.code == .numberOutOfRange || error.code == .repeatedKey { continue }
        #expect(answers[seed] == "no", "seed \(seed): refused \(text): \(error)")
      }
    }
    #expect(refused > 200)
    #expect(refused < 1_800)
  }
}

/// Gives Python a text a line; it answers each with `ok` and the value written again, or with `no`.
private func python(reading lines: String) -> String {
  let script = """
    import json, sys
    def refuse(word): raise ValueError(word)
    for line in open(sys.argv[1], encoding="utf-8", newline="\\n"):
        try: print("ok", json.dumps(json.loads(line.rstrip("\\n"), parse_constant=refuse)))
        except ValueError: print("no")
    """
  var path = Array("/tmp/json-lines-XXXXXX".utf8CString)
  let descriptor = unsafe mkstemp(&path)
  guard descriptor >= 0, let file = unsafe fdopen(descriptor, "w") else { return "" }
  let name = String(decoding: path.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  defer { unsafe remove(name) }
  unsafe fputs(lines + "\n", file)
  unsafe fclose(file)
  guard let pipe = unsafe popen("python3 -c '\(script)' \(name) 2>/dev/null", "r") else { return "" }
  defer { unsafe pclose(pipe) }
  var answer: [UInt8] = []
  while true {
    let byte = unsafe fgetc(pipe)
    if byte == EOF { return String(decoding: answer, as: UTF8.self) }
    answer.append(UInt8(truncatingIfNeeded: byte))
  }
}
