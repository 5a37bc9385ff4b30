package import Drafting

/// The state of a negotiation that a document was written from, which the document says itself: a file that comes back
/// without marks is compared with that, and not with what was decided since.
///
/// Kept in properties of the file that Word and LibreOffice leave alone (`Written from 1` …), in words: what the document
/// is (`draft`, `reading` with a code or `-`, `clean`, or `clean references`), the commit of the chair's text, and each delegation with its tip.
package struct DocumentOrigin: Hashable, Sendable {
  package enum Form: Hashable, Sendable {
    /// The consolidated draft.
    case draft
    /// The text as one delegation would have it; the chair's for `nil`.
    case reading(DelegationCode?)
    /// The chair's text numbered through; with the references put right, or as they are.
    case clean(fixesReferences: Bool)

    /// Whether nobody's proposals stand in it: what a delegation proposes is not taken out of it.
    package var isOfNobody: Bool {
      switch self {
      case .draft, .reading(.some): false
      case .reading(nil), .clean: true
      }
    }
  }

  package var form: Form

  /// The digits of the commit of the chair's text.
  package var main: String

  /// The first digits of the tip of each delegation's branch.
  package var tips: [DelegationCode: String]

  package init(_ form: Form, main: String, tips: [DelegationCode: String] = [:]) {
    self.form = form
    self.main = main
    self.tips = tips.mapValues { String($0.prefix(Self.digits)) }
  }

  /// The values of the properties, each no longer than Word lets a person see one.
  var values: [String] {
    let kind =
      switch form {
      case .draft: ["draft"]
      case .reading(let code): ["reading", code?.description ?? "-"]
      case .clean(let fixesReferences): ["clean"] + (fixesReferences ? [Self.references] : [])
      }
    let delegations = tips.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" }
    var values = [""]
    for word in kind + [main] + delegations {
      let last = values[values.count - 1]
      if last.utf8.count + 1 + word.utf8.count > Self.longestValue {
        values.append(word)
      } else {
        values[values.count - 1] = last.isEmpty ? word : last + " " + word
      }
    }
    return values
  }

  /// Reads what ``values`` say; `nil` for anything else.
  init?(values: [String]) {
    var words = values.joined(separator: " ").split(separator: " ").map(String.init)[...]
    switch words.popFirst() {
    case "draft": form = .draft
    case "reading":
      guard let word = words.popFirst() else { return nil }
      let code = try? DelegationCode(word)
      guard word == "-" || code != nil else { return nil }
      form = .reading(code)
    case "clean":
      form = .clean(fixesReferences: words.first == Self.references)
      if words.first == Self.references { words.removeFirst() }
    default: return nil
    }
    guard let commit = words.popFirst() else { return nil }
    (main, tips) = (commit, [:])
    for word in words {
      let parts = word.split(separator: ":").map(String.init)
      guard parts.count == 2, let code = try? DelegationCode(parts[0]) else { return nil }
      tips[code] = parts[1]
    }
  }

  /// What is alike in all copies of the document that one delegation has, whatever it writes in them.
  package func name(for code: DelegationCode) -> String {
    "\(values[0].prefix { $0 != " " }) \(main.prefix(Self.digits)) \(tips[code] ?? "-")"
  }

  /// What the names of the properties begin with; their number in order follows.
  static let name = "Written from "

  private static let references = "references"
  private static let digits = 16
  private static let longestValue = 250
}
