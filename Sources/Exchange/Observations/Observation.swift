package import Drafting

/// One change to the draft that a document asks for.
package struct Observation: Hashable, Sendable {
  package enum Change: Hashable, Sendable {
    /// The paragraph shall read so, its footnotes behind it on lines of their own.
    case text(ParagraphIdentifier, String)
    /// A new paragraph.
    case new(String, after: Anchor)
    case delete(ParagraphIdentifier)
    /// Another's new paragraph is supported as it stands.
    case support(ParagraphIdentifier, of: DelegationCode)
    /// The sender's proposal on the paragraph shall be withdrawn.
    case withdraw(ParagraphIdentifier)
    case move(ParagraphIdentifier, after: Anchor)
    /// The paragraph shall stand where the draft has it: the sender's order is taken back, and its words stay.
    case moveBack(ParagraphIdentifier)

    /// The paragraph that goes by it.
    package var removed: ParagraphIdentifier? {
      switch self {
      case .delete(let identifier), .withdraw(let identifier): identifier
      default: nil
      }
    }
  }

  /// What something stands after.
  package enum Anchor: Hashable, Sendable {
    case paragraph(ParagraphIdentifier)
    /// Another new paragraph: the place of its observation in the list.
    case new(Int)
    case beginning(of: SectionName)
  }

  package var change: Change

  /// Whose proposal the text amends; `nil` where it changes the draft's own words.
  package var amended: DelegationCode?

  /// Whether a text that amends another's is all that the sender wants of the paragraph; else what it wants already
  /// stands beside the amendment.
  package var isWhole = false

  /// The paragraphs whose words the text takes in: they go if it is proposed, and stay if it is not.
  package var joined: [ParagraphIdentifier] = []

  /// The paragraph that the words of a new one were split off from: both change, or neither.
  package var splitFrom: ParagraphIdentifier?

  /// The number that is printed for a new paragraph, where it is counted from another: `2 ter`.
  package var number: ParagraphNumber?

  /// What the sender says about it in a comment.
  package var reason: String?

  /// The paragraph of the document that says so, counted from 1; `nil` where there is none any more.
  package var paragraph: Int?

  /// What a person should know about the change, as a part of a sentence: `the paragraph was split`.
  package var note: String?

  package init(
    _ change: Change, amended: DelegationCode? = nil, reason: String? = nil, paragraph: Int? = nil, note: String? = nil
  ) {
    self.change = change
    self.amended = amended
    self.reason = reason
    self.paragraph = paragraph
    self.note = note
  }
}

extension Observation {
  /// Counts the notes in the words that it asks for as the paragraph does that they are for; a new one has no identifier.
  mutating func countNotes(_ written: (String, ParagraphIdentifier?) -> String) {
    switch change {
    case .text(let identifier, let text): change = .text(identifier, written(text, identifier))
    case .new(let text, let place): change = .new(written(text, nil), after: place)
    case .delete, .support, .withdraw, .move, .moveBack: break
    }
  }
}

/// What a document asks for, and what a person should know about it.
package struct ObservationList: Hashable, Sendable {
  /// In the order of the document; then moves, and deletions last.
  package var observations: [Observation]
  package var remarks: [WordRemark]

  /// What the changes were taken from.
  package var marks: ObservationMarks

  /// In how many places a bracket is broken, so that nothing was taken from them.
  package var brokenCount = 0
}
