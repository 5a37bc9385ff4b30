package import Drafting
internal import Merging
package import Notation

extension ConsolidatedDraft {
  /// The draft with each position as a footnote to its paragraph, for printing: the marks are part of the text then.
  package func annotated(with positions: [ParagraphIdentifier: [StandingPosition]]) -> ConsolidatedDraft {
    guard !positions.isEmpty else { return self }
    var result = self
    for section in sections.indices {
      for index in sections[section].items.indices {
        guard let identifier = sections[section].items[index].identifier, let taken = positions[identifier] else {
          continue
        }
        for position in taken {
          let number = (result.sections[section].items[index].footnotes.map(\.number).max() ?? 0) + 1
          let footnote = Footnote(number: number, text: position.text(in: settings.language))
          result.sections[section].items[index].footnotes.append(footnote)
          result.sections[section].items[index].body.append(footnote.mark)
        }
      }
    }
    return result
  }

  /// The draft without the footnotes that are delegations' positions, and those positions by the place of the paragraph,
  /// counted over the whole draft: what ``annotated(with:)`` wrote, in any of the four languages.
  package func takingPositionsOut(
    _ registry: DelegationRegistry
  ) -> (draft: ConsolidatedDraft, positions: [Int: [StandingPosition]]) {
    var (result, positions): (ConsolidatedDraft, [Int: [StandingPosition]]) = (self, [:])
    var place = 0
    for section in sections.indices {
      for index in sections[section].items.indices {
        for footnote in sections[section].items[index].footnotes {
          guard let said = Position.statement(footnote.text),
            let delegation = registry.delegations.last(where: { $0.name(in: said.language) == said.name })
          else { continue }
          let position = StandingPosition(delegation: delegation, position: said.position)
          positions[place, default: []].append(position)
          result.sections[section].items[index].body.remove(footnote.mark)
          result.sections[section].items[index].footnotes.removeAll { $0 == footnote }
        }
        place += 1
      }
    }
    return (result, positions)
  }
}

extension BracketedText {
  fileprivate mutating func remove(_ mark: String) {
    pieces = pieces.compactMap { piece in
      guard case .text(let text) = piece, text.contains(mark) else { return piece }
      let rest = text.replacing(mark, with: "")
      return rest.isEmpty ? nil : .text(rest)
    }
  }

  fileprivate mutating func append(_ text: String) {
    if case .text(let last) = pieces.last {
      pieces[pieces.count - 1] = .text(last + text)
    } else {
      pieces.append(.text(text))
    }
  }
}

extension StandingPosition {
  /// Who takes which position: `Canada reserves its position`.
  func statement(in language: Language) -> String {
    delegation.name(in: language) + " " + position.kind.predicate(in: language)
  }

  /// The words of the footnote.
  package func text(in language: Language) -> String {
    let sentence = statement(in: language)
    guard let reason = position.reason else { return sentence + "." }
    return sentence + language.colon + " " + reason + (reason.hasSuffix(".") ? "" : ".")
  }
}
