package import Drafting
package import Merging

/// A whole draft with its brackets: what a written draft is read into, and what is written.
///
/// The labels in it are the registry's own (``Drafting/Delegation/label``). Footnote marks in titles and bodies are
/// `[^1]`, counted within the title block or the item; the writer numbers them through.
package struct ConsolidatedDraft: Hashable, Sendable {
  package var settings: DraftSettings
  package var sections: [Section]

  package struct Section: Hashable, Sendable {
    package var name: SectionName
    package var items: [Item]

    package init(name: SectionName, items: [Item] = []) {
      self.name = name
      self.items = items
    }
  }

  /// A paragraph or a heading in its place.
  package struct Item: Hashable, Sendable {
    /// `nil` in a draft that was read and is not in a repository yet.
    package var identifier: ParagraphIdentifier?
    package var kind: Outline.Kind
    package var body: BracketedText
    package var footnotes: [Footnote]
    package var status: Status
    /// Where delegations would place the paragraph instead.
    package var placements: [Placement]
    /// Orders and remarks after the paragraph that nobody is named for, word for word.
    package var notes: [String]

    package init(
      identifier: ParagraphIdentifier? = nil, kind: Outline.Kind, body: BracketedText,
      footnotes: [Footnote] = [],
      status: Status = .open, placements: [Placement] = [], notes: [String] = []
    ) {
      self.identifier = identifier
      self.kind = kind
      self.body = body
      self.footnotes = footnotes
      self.status = status
      self.placements = placements
      self.notes = notes
    }
  }

  package init(settings: DraftSettings, sections: [Section] = []) {
    self.settings = settings
    self.sections = sections
  }
}

/// A move that delegations propose: `[Ven: PLACE WITH PARAGRAPH 2 OF THE PREAMBLE]`.
package struct Placement: Hashable, Sendable {
  /// In alphabetical order; never empty.
  package var labels: [String]
  package var anchor: Anchor

  package enum Anchor: Hashable, Sendable {
    /// Right after the paragraph of that number (`PLACE WITH PARAGRAPH 2 OF THE PREAMBLE`).
    case after(SectionName, ParagraphNumber)
    /// At the beginning of the section (`PLACE AT THE BEGINNING OF THE PREAMBLE`).
    case beginning(SectionName)
  }

  package init(labels: [String], anchor: Anchor) {
    self.labels = labels
    self.anchor = anchor
  }
}
