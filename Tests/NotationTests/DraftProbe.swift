import Drafting
import Notation
import Testing

@Test func probe() throws {
  guard let name = DraftCorpus.variable("PROBE") else { return }
  let format: DraftFormat = name.hasSuffix(".md") ? .markdown : .text
  let reading = DraftReader(registry: .standard, format: format).read(try DraftCorpus.text(name))
  for d in reading.diagnostics.prefix(60) { print("\(d.line):\(d.column): \(d.message)") }
  print(reading.draft.settings)
  for s in reading.draft.sections { print(s.name, s.items.count, s.items.map { i in switch i.kind { case .heading: "H"; case .numbered(let n): "\(n)"; case .counted(let n): "(\(n))" } }.joined(separator: " ")) }
  print("=====")
  for n in BracketNotation.allCases {
  let t = DraftWriter(format: format, notation: n, registry: .standard).write(reading.draft)
  if n == .oas { print(t) }
  let again = DraftReader(registry: .standard, format: format, language: reading.draft.settings.language).read(t)
  var d = reading.draft; d.settings.notation = again.draft.settings.notation
  print("SAME", n, again.draft == d)
  if again.draft != d {
    print(again.draft.settings == d.settings)
    if again.draft.settings != d.settings { print(again.draft.settings) }
    for (a, b) in zip(again.draft.sections, d.sections) {
      if a.items.count != b.items.count { print(a.name, b.name, a.items.count, b.items.count) }
      for (x, y) in zip(a.items, b.items) where x != y { print("DIFF\n", y, "\n", x); break }
    }
  }
  }
}
