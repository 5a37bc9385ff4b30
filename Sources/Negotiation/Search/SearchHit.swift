package import Drafting
package import Git

/// What a search is narrowed to.
package struct SearchFilter: Hashable, Sendable {
  /// ``DelegationCode/chair`` has the chair's text.
  package var delegation: DelegationCode?
  package var paragraph: ParagraphIdentifier?
  package var section: SectionName?
  package var times = TimeFilter()
  /// All for none.
  package var states: Set<SearchHit.State> = []

  /// Whether the words are looked for among those that proposals and decisions strike, and not where they stand.
  package var isStruck = false

  package init() {}

  /// Whether anything of a branch may be told, by its delegation's code or `main`.
  func admits(line: String) -> Bool {
    delegation == nil || line == delegation?.description || (line == "main" && delegation == .chair)
  }

  func admits(_ hit: SearchHit) -> Bool {
    (delegation == nil || hit.delegation?.code ?? .chair == delegation)
      && (paragraph == nil || hit.identifier == paragraph)
      && (section == nil || hit.address.hasPrefix("\(section?.description ?? "")/"))
      && times.admits(hit.time, hit.offsetMinutes)
      && (states.isEmpty || states.contains(hit.state))
  }
}

/// A wording in which the words were found.
package struct SearchHit: Hashable, Sendable {
  package var identifier: ParagraphIdentifier

  /// The paragraph as it is printed now; as it was printed then where the chair's text does not have it.
  package var address: String

  /// Whether no paragraph is printed so now: it is named by its identifier.
  package var isGone = false

  /// Who proposed the words; `nil` for the chair's text.
  package var delegation: Delegation?

  /// The delegation whose proposal was supported or amended.
  package var on: String?
  package var isSupport: Bool

  package var state: State

  /// The commit that brought the wording in, and when.
  package var commit: ObjectID
  package var time: Int
  package var offsetMinutes: Int

  /// Whether the words are those that it strikes.
  package var strikes = false

  /// The decision that brought the words in, where they came after who strikes them had spoken: it is in conflict with that.
  package var conflict: ObjectID?

  /// The wording, and its footnotes behind it, a line each; where it strikes the words, the one that they stood in.
  package var text: String

  /// Where the words stand: bytes of the text in UTF-8, from left to right.
  package var places: [Range<Int>]

  /// What the wording is by now.
  package enum State: String, CaseIterable, Sendable {
    /// The chair's text says so.
    case current
    /// A delegation proposes it.
    case standing
    /// The chair took its words.
    case adopted
    /// The chair's text came to say it, though its words were not taken from it.
    case satisfied
    case withdrawn
    case rejected
    /// Its delegation has proposed something else since.
    case superseded
    /// The chair's text said so once.
    case former
  }

  /// The chair's text first, then what stands, then what is past; the newest first.
  static func precedes(_ one: SearchHit, _ other: SearchHit) -> Bool {
    let rank = { (state: State) in state == .current ? 0 : state == .standing ? 1 : 2 }
    let first = (rank(one.state), -one.time, one.delegation == nil ? 0 : 1)
    let second = (rank(other.state), -other.time, other.delegation == nil ? 0 : 1)
    if first != second { return first < second }
    return (one.identifier.description, one.delegation?.code.description ?? "", one.commit.hex)
      < (other.identifier.description, other.delegation?.code.description ?? "", other.commit.hex)
  }
}

/// What a search found.
package struct SearchAnswer: Sendable {
  /// The best ones, as many as were asked for.
  package var hits: [SearchHit] = []

  /// How many there are in all.
  package var count = 0

  /// A word of the negotiation that may have been meant; `nil` where something was found, or nothing is near.
  package var suggestion: String?
}
