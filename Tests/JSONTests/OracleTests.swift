import Glibc
import JSON
import Testing

/// Python's reader and writer are asked the same questions.
@Suite("JSON beside Python's", .enabled(if: python(reading: Array("1".utf8)) == "ok 1\n", "python3 is not installed"))
struct OracleTests {
  @Test func pythonReadsWhatIsWrittenAndWritesWhatIsRead() throws {
    let seeds = 0..<300 as Range<UInt64>
    let values = seeds.map { seed in
      var generator = SeededGenerator(seed: seed)
      return randomValue(&generator)
    }
    let answers = python(reading: Array(values.map { $0.bytes() }.joined(separator: [0x0A]))).split(separator: "\n")
    try #require(answers.count == values.count)
    for (seed, value) in values.enumerated() {
      #expect(answers[seed].hasPrefix("ok "), "seed \(seed)")
      #expect(try JSONValue(reading: String(answers[seed].dropFirst(3))) == value, "seed \(seed)")
    }
  }

  /// A damaged text is refused by both or read by both, with the same result.
  @Test func bothRefuseTheSameDamagedTexts() throws {
    let texts = (0..<6_000 as Range<UInt64>).map { seed in damagedText(seed: seed) }
    let answers = python(reading: Array(texts.joined(separator: [0x0A]))).split(separator: "\n")
    try #require(answers.count == texts.count)
    var refused = 0
    for (seed, text) in texts.enumerated() {
      let shown = String(decoding: text, as: UTF8.self).debugDescription
      do throws(JSONError) {
        let value = try JSONValue(reading: text)
        #expect(answers[seed].hasPrefix("ok "), "seed \(seed): read \(shown)")
        if answers[seed].hasPrefix("ok ") {
          #expect(try JSONValue(reading: String(answers[seed].dropFirst(3))) == value, "seed \(seed): \(shown)")
        }
      } catch {
        refused += 1
        #expect(answers[seed] == "no", "seed \(seed): refused \(shown): \(error)")
        #expect(error.line == 1 && 1...max(1, text.count) ~= error.column, "seed \(seed): \(shown): \(error)")
      }
    }
    #expect(refused > 600)
    #expect(refused < 5_400)
  }
}

/// A JSON text of one line with up to three faults, which may leave it a JSON text.
private func damagedText(seed: UInt64) -> [UInt8] {
  var generator = SeededGenerator(seed: seed)
  var bytes = randomValue(&generator, depth: 3).bytes()
  let signs = Array("[]{},:\"\\/ 01-.eEu+ntbr\t".utf8) + [0x00, 0x1F, 0x80, 0xC3, 0xE2, 0xED, 0xF0, 0xFF]
  let words = ["\\ud83d", "\\ude00", "\\u00e9", "\\u0000", "1e999", "9223372036854775808", "-9223372036854775808"]
  for _ in 0..<Int.random(in: 0...3, using: &generator) where !bytes.isEmpty {
    let place = Int.random(in: 0..<bytes.count, using: &generator)
    switch Int.random(in: 0...4, using: &generator) {
    case 0: bytes.remove(at: place)
    case 1: bytes.insert(signs.randomElement(using: &generator) ?? 0x20, at: place)
    case 2: bytes[place] = signs.randomElement(using: &generator) ?? 0x20
    case 3: bytes.insert(contentsOf: (words.randomElement(using: &generator) ?? "").utf8, at: place)
    default: bytes.swapAt(place, bytes.count - 1)
    }
  }
  return bytes
}

/// Gives Python a text a line; it answers each with `ok` and the value written again, or with `no`.
///
/// Python is told to be as strict as this reader: no key twice or with a null character, no number out of range, no half
/// of a surrogate pair.
private func python(reading lines: [UInt8]) -> String {
  let script = """
    import json, math, sys
    def refuse(word): raise ValueError(word)
    def members(pairs):
        if len(dict(pairs)) < len(pairs) or any("\\0" in key for key, value in pairs): refuse("key")
        return dict(pairs)
    def whole(word): return int(word) if -2**63 <= int(word) < 2**63 else refuse(word)
    def real(word): return float(word) if math.isfinite(float(word)) else refuse(word)
    hooks = dict(parse_constant=refuse, object_pairs_hook=members, parse_int=whole, parse_float=real)
    for line in open(sys.argv[1], "rb").read()[:-1].split(b"\\n"):
        try:
            value = json.loads(line.decode("utf-8"), **hooks)
            json.dumps(value, ensure_ascii=False).encode("utf-8")
            print("ok", json.dumps(value))
        except ValueError: print("no")
    """
  var path = Array("/tmp/json-lines-XXXXXX".utf8CString)
  let descriptor = unsafe mkstemp(&path)
  guard descriptor >= 0, let file = unsafe fdopen(descriptor, "w") else { return "" }
  let name = String(decoding: path.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  defer { unsafe remove(name) }
  unsafe lines.withUnsafeBytes { bytes in _ = unsafe fwrite(bytes.baseAddress, 1, bytes.count, file) }
  unsafe fputs("\n", file)
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
