import Drafting
import Notation

/// A written draft, read, each of its paragraphs with the identifier that an import would give it.
func identifiedDraft(_ text: String, language: Language? = nil) -> ConsolidatedDraft {
  var draft = DraftReader(registry: .standard, format: .text, language: language).read(text).draft
  var ordinal = 0
  for section in draft.sections.indices {
    for item in draft.sections[section].items.indices {
      ordinal += 1
      draft.sections[section].items[item].identifier = ParagraphIdentifier(ordinal: ordinal)
    }
  }
  return draft
}
