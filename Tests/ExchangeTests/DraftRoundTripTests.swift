import Drafting
import Exchange
import Merging
import Notation
import TestSupport
import Testing

private let registry = DelegationRegistry.standard

private func read(_ text: String) -> ConsolidatedDraft {
  DraftReader(registry: registry, format: .text).read(text).draft
}

/// What an import reads out of the Word file of a draft.
private func imported(_ draft: ConsolidatedDraft, _ notation: BracketNotation) throws -> ConsolidatedDraft {
  let file = try DraftDocument(registry: registry, notation: notation, date: nil).file(of: draft)
  return read(WordDraft(try WordReader.read(file), labels: LabelTable(registry: registry)).text)
}

/// What an import reads out of the Markdown form of a draft, in which no mark of a note can be misread.
private func retyped(_ draft: ConsolidatedDraft, _ notation: BracketNotation) -> ConsolidatedDraft {
  let text = DraftWriter(format: .markdown, notation: notation, registry: registry).write(draft)
  return DraftReader(registry: registry, format: .markdown).read(text).draft
}

@Test(
  arguments: [
    "school-transport.en.txt", "school-transport.es.txt", "school-transport.fr.txt", "school-transport.pt.txt",
  ], BracketNotation.allCases)
func aDraftComesBackFromWordAsFromMarkdown(sample: String, notation: BracketNotation) throws {
  let folder = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  let text = String(decoding: try bytes(ofFile: "/\(folder)/Repos/samples/\(sample)"), as: UTF8.self)
  let draft = read(text)
  #expect(try imported(draft, notation) == retyped(draft, notation))
}

@Test(
  .enabled(if: Corpus.isGiven, "AMEND_CORPUS is not set"),
  arguments: ["buenos-aires-2009.txt", "oas_cajp_1824_01_rev1.txt", "acta_2010-08-25_consolidated.txt"])
func realTextsComeBackFromWordAsFromMarkdown(name: String) throws {
  guard let text = try corpus(name) else { return }
  let draft = read(text)
  #expect(try imported(draft, .oas) == retyped(draft, .oas))
}

@Test(arguments: 1...60)
func aRandomDraftComesBackFromWordAsFromMarkdown(seed: UInt64) throws {
  var drafts = RandomDrafts(seed: seed)
  let pair = try drafts.pair()
  let (old, new) = (pair.old.withHeadingsOfOneLine, pair.new.withHeadingsOfOneLine)
  for draft in [old, new] { #expect(try imported(draft, .oas) == retyped(draft, .oas), "seed \(seed)") }
  // Both drafts as rivals in one, paragraph by paragraph.
  var merged = old
  for section in merged.sections.indices {
    for item in merged.sections[section].items.indices {
      let others = new.sections[section].items
      let other = others.isEmpty ? "" : others[item % others.count].body.reading(of: nil)
      let base = merged.sections[section].items[item].body.reading(of: nil)
      merged.sections[section].items[item].body = consolidated(
        base: base, versions: [Version(label: "Mex", text: other), Version(label: "Ven", text: "the " + base)])
    }
  }
  for notation in BracketNotation.allCases {
    #expect(try imported(merged, notation) == retyped(merged, notation), "seed \(seed)")
  }
}

extension ConsolidatedDraft {
  fileprivate var withHeadingsOfOneLine: ConsolidatedDraft {
    var draft = self
    for section in sections.indices {
      for item in sections[section].items.indices where sections[section].items[item].kind == .heading {
        let text = sections[section].items[item].body.reading(of: nil).replacing("\n", with: " ")
        draft.sections[section].items[item].body = BracketedText(text: text)
      }
    }
    return draft
  }
}
