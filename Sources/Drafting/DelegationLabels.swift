import Synchronization
import TextForm

/// What the labels, names and aliases of some delegations mean, by the delegations' positions.
///
/// Made when the first label is asked for: folding them all takes longer than everything else that a command needs which
/// reads no written label, and those are most.
final class DelegationLabels: Sendable {
  struct Table: Sendable {
    /// By folded code, label, name or alias.
    var meanings: [String: [Int]] = [:]

    /// The delegations' own labels, to the letter: what is written with them is read as them, whatever else looks the
    /// same.
    var own: [String: Int] = [:]

    /// Names and aliases to the letter: `É.-U.` is not `EU`.
    var exact: [String: Set<Int>] = [:]
  }

  private let delegations: [Delegation]
  private let made = Mutex<Table?>(nil)

  init(_ delegations: [Delegation]) { self.delegations = delegations }

  var table: Table {
    made.withLock { made in
      if let made { return made }
      let table = Self.table(of: delegations)
      made = table
      return table
    }
  }

  private static func table(of delegations: [Delegation]) -> Table {
    var table = Table()
    for (position, delegation) in delegations.enumerated() {
      table.own[delegation.label] = table.own[delegation.label] ?? position
      for form in delegation.names + delegation.aliases { table.exact[form, default: []].insert(position) }
      for form in [delegation.code.description, delegation.label] + delegation.names + delegation.aliases {
        let key = key(form)
        if !key.isEmpty, table.meanings[key]?.contains(position) != true {
          table.meanings[key, default: []].append(position)
        }
      }
    }
    return table
  }

  /// The form that labels are compared in: folded, letters, digits and `&` only (`EE. UU.` and `EEUU` are one label).
  static func key(_ label: String) -> String {
    // Nearly all labels are ASCII: the table of a small draft's delegations takes two thirds of the time so.
    if label.utf8.allSatisfy({ $0 < 0x80 }) {
      return String(decoding: label.utf8.lazy.filter(isKept).map(lowercased), as: UTF8.self)
    }
    return String(
      folded(label).unicodeScalars.filter {
        $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "&"
      }
      .reduce(into: String.UnicodeScalarView()) { $0.append($1) })
  }

  private static func isKept(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "&"):
      true
    default: false
    }
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte ? byte | 0x20 : byte
  }
}
