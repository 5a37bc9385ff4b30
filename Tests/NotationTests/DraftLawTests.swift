import Drafting
import Merging
import Notation
import Testing

@Test(arguments: DraftFormat.allCases, BracketNotation.allCases)
func whatIsWrittenOfAWholeDraftIsReadAgain(format: DraftFormat, notation: BracketNotation) {
  for seed in UInt64(1)...3_000 {
    var generator = DraftGenerator(seed: seed)
    var draft = generator.draft()
    let hasBrackets = draft.sections.contains { $0.items.contains { $0.body.bracketCount > 0 } }
    draft.settings.notation = hasBrackets ? notation.rawValue : "oas"
    let writer = DraftWriter(format: format, notation: notation, registry: .standard)
    let written = writer.write(draft)
    let reader = DraftReader(registry: .standard, format: format, language: draft.settings.language)
    let read = reader.read(written).draft
    let isSame = read == draft
    #expect(isSame, "seed \(seed)\n\(written)\n\(difference(read, draft))")
    if !isSame { return }
    let isStable = writer.write(read) == written
    #expect(isStable, "seed \(seed)\n\(written)")
    if !isStable { return }
  }
}

/// The first thing in which two drafts differ.
private func difference(_ read: ConsolidatedDraft, _ wanted: ConsolidatedDraft) -> String {
  if read.settings != wanted.settings { return "settings\nread   \(read.settings)\nwanted \(wanted.settings)" }
  let (first, second) = (read.sections.flatMap(\.items), wanted.sections.flatMap(\.items))
  for (a, b) in zip(first, second) where a != b { return "item\nread   \(a)\nwanted \(b)" }
  return "items: read \(read.sections.map(\.items.count)) wanted \(wanted.sections.map(\.items.count))"
}
