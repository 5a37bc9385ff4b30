import Drafting
import Git
import Merging
@testable import Negotiation
import Notation
import Testing

/// What everybody reads in a negotiation at one moment, a text for each paragraph in the order of the draft.
struct StandingReadings {
  struct Line: Hashable {
    var identifier: ParagraphIdentifier
    var address: String
    var text: String
  }

  /// The chair's text.
  private(set) var base: [Line]
  /// By the delegations' codes.
  private(set) var delegations: [DelegationCode: [Line]] = [:]
  /// The paragraphs on which a delegation wants something, words or another place.
  private(set) var standing: [DelegationCode: Set<ParagraphIdentifier>] = [:]
  /// What the paragraphs that a delegation would place elsewhere stand after.
  private(set) var moves: [DelegationCode: [ParagraphIdentifier: String]] = [:]

  /// Reads them in the consolidated draft, and says where a delegation's own branch says anything else.
  ///
  /// - Parameter codes: the delegations to look at; all that have a branch for `nil`.
  init(at path: String, only codes: Set<DelegationCode>?, _ comment: Comment) throws {
    let negotiation = try Negotiation(at: path)
    var files: [ObjectID: String] = [:]
    func lines(of snapshot: Snapshot) throws -> [Line] {
      let blobs = try snapshot.paragraphFiles()
      return try snapshot.order().places.compactMap { place in
        guard let blob = blobs[place.entry.identifier] else { return nil }
        let text = try files[blob] ?? Paragraph(fileText: negotiation.repository.text(blob)).text
        files[blob] = text
        return Line(identifier: place.entry.identifier, address: place.address, text: text)
      }
    }
    base = try lines(of: negotiation.main)
    func reading(of label: String?, in draft: ConsolidatedDraft) -> [Line] {
      draft.reading(of: label).sections.flatMap { section in
        section.items.compactMap { item in
          item.identifier.map { identifier in
            let number: ParagraphNumber? =
              switch item.kind {
              case .heading: nil
              case .numbered(let number), .counted(let number): number
              }
            return Line(
              identifier: identifier, address: number.map { "\(section.name)/\($0)" } ?? "@\(identifier)",
              text: item.body.reading(of: nil))
          }
        }
      }
    }
    let all = try negotiation.allStandingChanges()
    let draft = try negotiation.consolidation(of: all).draft
    expectSame(reading(of: nil, in: draft), base, "the chair, \(comment)")
    for changes in all where codes?.contains(changes.delegation.code) ?? true {
      let code = changes.delegation.code
      #expect(!changes.isBehind, "\(code) is behind, \(comment)")
      let read = reading(of: changes.delegation.label, in: draft)
      expectSame(read, try lines(of: changes.snapshot), "\(code), \(comment)")
      delegations[code] = read
      let order = try changes.ownOrder()
      for move in order.changes(since: try changes.base.order()).moved {
        guard case .paragraph(let identifier) = move.identifier else { continue }
        moves[code, default: [:]][identifier] =
          switch move.after {
          case .paragraph(let other): order.place(of: other)?.address ?? "@\(other)"
          case .start(let section): "the beginning of \(section)"
          case nil: "nothing"
          }
      }
      standing[code] = Set(changes.files.keys).union(moves[code].map { Set($0.keys) } ?? [])
    }
  }

  func text(_ identifier: ParagraphIdentifier, of code: DelegationCode?) -> String? {
    (code.map { delegations[$0] ?? base } ?? base).first { $0.identifier == identifier }?.text
  }

  /// What reads otherwise than before, a line each: `CHL VEN read operative/2: To apply …`.
  func changes(since old: StandingReadings?) -> [String] {
    var output: [String] = []
    let identifiers = unique(
      base.map(\.identifier) + delegations.sorted { $0.key < $1.key }.flatMap { $0.value.map(\.identifier) }
        + (old?.base ?? []).map(\.identifier))
    for identifier in identifiers {
      let text = text(identifier, of: nil)
      if text != old?.text(identifier, of: nil) {
        output.append("  the draft reads \(address(identifier, old)): \(shown(text))")
      }
      var readers: [(text: String?, codes: [String])] = []
      for code in delegations.keys.sorted() {
        let own = self.text(identifier, of: code)
        guard own != old?.text(identifier, of: code),
          own != text || old?.text(identifier, of: code) != old?.text(identifier, of: nil)
        else { continue }
        if let index = readers.firstIndex(where: { $0.text == own }) {
          readers[index].codes.append(code.description)
        } else {
          readers.append((own, [code.description]))
        }
      }
      for reader in readers {
        let what = reader.text == text ? "as the draft" : shown(reader.text)
        output.append("  \(reader.codes.joined(separator: " ")) \(address(identifier, old)): \(what)")
      }
    }
    for code in unique(moves.keys.sorted() + (old?.moves.keys.sorted() ?? [])) {
      let (now, before) = (moves[code] ?? [:], old?.moves[code] ?? [:])
      for identifier in Set(now.keys).union(before.keys).sorted() where now[identifier] != before[identifier] {
        let place = now[identifier].map { "after " + $0 } ?? "as the draft"
        output.append("  \(code) has \(address(identifier, old)) \(place)")
      }
    }
    return output
  }

  private func address(_ identifier: ParagraphIdentifier, _ old: StandingReadings?) -> String {
    for lines in [base] + delegations.values + [old?.base ?? []] + (old?.delegations.values.map { $0 } ?? []) {
      if let line = lines.first(where: { $0.identifier == identifier }) { return line.address }
    }
    return "@\(identifier)"
  }

  private func shown(_ text: String?) -> String { text.map { $0.replacing("\n", with: " ") } ?? "–" }
}

private func expectSame(_ read: [StandingReadings.Line], _ said: [StandingReadings.Line], _ comment: Comment) {
  let (one, other) = (read.map { "\($0.identifier) \($0.text)" }, said.map { "\($0.identifier) \($0.text)" })
  #expect(one == other, comment)
}

private func unique<Element: Hashable>(_ elements: [Element]) -> [Element] {
  var seen: Set<Element> = []
  return elements.filter { seen.insert($0).inserted }
}
