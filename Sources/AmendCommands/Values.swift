package import Commands
package import Drafting
package import Notation
internal import Negotiation

/// A delegation as it is typed: a code, a label, or a name. What it means depends on the negotiation.
struct DelegationName: ArgumentValue, Hashable {
  let text: String

  init(argument: String) throws(CommandError) {
    guard !argument.isEmpty else { throw .expected("a delegation, such as VEN") }
    text = argument
  }

  static var placeholder: String { "CODE" }

  static var completion: Completion {
    // Asked when a shell completes, and not whenever the command is declared: the table takes a while to read.
    .dynamic { _ in DelegationRegistry.standard.delegations.map(\.code.description) }
  }
}

/// How many answers are wanted; none is no question.
struct Limit: ArgumentValue, Hashable {
  let count: Int

  init(argument: String) throws(CommandError) {
    guard let count = UInt(argument), count > 0 else { throw .expected("a whole number from 1 on") }
    self.count = Int(clamping: count)
  }

  static var placeholder: String { "N" }
}

extension ParagraphAddress: ArgumentValue {
  package init(argument: String) throws(CommandError) {
    do throws(DraftingError) {
      try self.init(argument)
    } catch {
      throw .expected("a paragraph", hint: error.hint)
    }
  }

  package static var placeholder: String { "P" }

  package static var completion: Completion {
    .dynamic { _ in
      let named = environmentVariable("AMEND_REPO")
      guard let negotiation = try? named.map(Negotiation.init(at:)) ?? Negotiation(around: "."),
        let order = try? negotiation.main.order()
      else { return [] }
      return order.places.filter { $0.entry.number != nil }.map(\.address)
    }
  }
}

/// A place that a new or moved paragraph stands after: a paragraph, or the name of a section for its beginning.
struct PlaceAfter: ArgumentValue, Hashable {
  let anchor: ProposedChange.Anchor

  init(argument: String) throws(CommandError) {
    do throws(DraftingError) {
      if let section = try? SectionName(argument), ParagraphNumber(argument) == nil,
        (try? ParagraphAddress(argument)) == nil
      {
        anchor = .beginning(of: section)
      } else {
        anchor = .paragraph(try ParagraphAddress(argument))
      }
    } catch {
      throw .expected("a paragraph, or a section for its beginning", hint: error.hint)
    }
  }

  static var placeholder: String { "P" }
  static var completion: Completion { ParagraphAddress.completion }
}

extension Language: ArgumentValue {}
extension BracketNotation: ArgumentValue {
  package static var placeholder: String { "NOTATION" }
}
