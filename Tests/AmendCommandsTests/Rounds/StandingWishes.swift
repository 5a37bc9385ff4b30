import Drafting
@testable import Negotiation
import Testing

/// What the delegations asked for in the words of their commands, as long as it stands: known from the script alone.
struct StandingWishes {
  private struct Wish: Hashable {
    var brought: String?
    var taken: String?
    var deletes = false
  }

  private typealias Wishes = [DelegationCode: [ParagraphIdentifier: Set<Wish>]]

  private var wishes: Wishes = [:]
  /// The wishes before each decision that can be undone.
  private var past: [Wishes] = []

  /// How many wishes were looked at.
  private(set) var count = 0

  /// Takes up one command that was done.
  ///
  /// - Parameter old: what was read before it.
  mutating func take(_ step: NegotiationScript.Step, at path: String, _ old: StandingReadings, _ now: StandingReadings)
    throws
  {
    let (name, options) = (step.words[0], Options(step.words))
    func identifier(_ address: String) throws -> ParagraphIdentifier {
      let address = try ParagraphAddress(address)
      return try Negotiation(at: path).place(at: address).entry.identifier
    }
    switch name {
    case "propose":
      let code = try #require(options.country)
      let target: ParagraphIdentifier
      if options["--new-after"] != nil {
        let known = Set((old.delegations[code] ?? old.base).map(\.identifier))
        target = try #require((now.delegations[code] ?? []).map(\.identifier).first { !known.contains($0) })
      } else {
        target = try identifier(try #require(options["--paragraph"]))
      }
      if options["--move-after"] != nil { return }
      let brought = options["--with"] ?? options["--insert"] ?? options["--text"]
      let taken = (options["--replace"] ?? options["--delete"]).flatMap { words in
        brought?.contains(words) == true ? nil : words
      }
      wishes[code, default: [:]][target, default: []].insert(
        Wish(brought: brought, taken: taken, deletes: step.words.contains("--delete-paragraph")))
    case "support":
      let target = try identifier(try #require(options["--paragraph"]))
      let theirs = try wishes[DelegationCode(try #require(options["--of"]))]?[target] ?? []
      wishes[try #require(options.country), default: [:]][target, default: []].formUnion(theirs)
    case "withdraw":
      let code = try #require(options.country)
      guard let address = options["--paragraph"] else { return wishes[code] = nil }
      wishes[code]?[try identifier(address)] = nil
    case "undo":
      let before = past.popLast() ?? [:]
      for (code, paragraphs) in before {
        for (identifier, wish) in paragraphs where now.standing[code]?.contains(identifier) == true {
          wishes[code, default: [:]][identifier, default: []].formUnion(wish)
        }
      }
    case "reserve", "oppose", "rebase", "import": break
    default: past.append(wishes)
    }
  }

  /// Looks whether each delegation reads the words that it brought once, and none that it took out.
  ///
  /// A wish is over when nothing of the delegation's stands on the paragraph any more: unless it was rejected, the draft
  /// itself says it then.
  mutating func expectRead(in now: StandingReadings, isRejection: Bool, _ comment: Comment) {
    for (code, paragraphs) in wishes {
      for (identifier, wishes) in paragraphs {
        let stands = now.standing[code]?.contains(identifier) == true
        if !stands { self.wishes[code]?[identifier] = nil }
        guard stands || !isRejection else { continue }
        let text = now.text(identifier, of: code)
        for wish in wishes {
          count += 1
          #expect(wish.deletes == (text == nil), "\(code) \(identifier), \(comment)")
          guard let text else { continue }
          if let words = wish.brought {
            #expect(text.ranges(of: words).count == 1, "\(code): '\(words)' in '\(text)', \(comment)")
          }
          if let words = wish.taken {
            #expect(text.ranges(of: words).isEmpty, "\(code): '\(words)' in '\(text)', \(comment)")
          }
        }
      }
    }
  }

  private struct Options {
    private var values: [String: String] = [:]

    init(_ words: [String]) {
      for (name, value) in zip(words, words.dropFirst()) where name.hasPrefix("--") { values[name] = value }
    }

    subscript(_ name: String) -> String? { values[name] }

    var country: DelegationCode? { self["--country"].flatMap { try? DelegationCode($0) } }
  }
}
