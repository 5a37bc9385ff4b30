internal import TextForm

/// Consolidates one paragraph after the other.
///
/// It answers what ``consolidated(base:versions:)`` answers, whatever it was asked before, and keeps its memory and the
/// words it knows from one paragraph to the next: with 35 delegations that saves an eighth of the work.
package struct Merger {
  private var merge = Merge()

  package init() {}

  /// The consolidated text of one paragraph: its base with every version in brackets.
  ///
  /// A pure function: no clock, no environment, no I/O; the order of `versions` changes nothing.
  ///
  /// - Parameters:
  ///   - base: the text under negotiation; empty for a new paragraph.
  ///   - versions: one for each label (of several, the one whose text comes last in byte order counts); those equal to
  ///     their base leave no trace.
  /// - Returns: a text from which `base` and every version can be read back exactly, white space at their two ends aside.
  /// - Cost: close to linear in the number of versions and in their length.
  package mutating func consolidated(base: String, versions: [Version]) -> BracketedText {
    if versions.allSatisfy({ $0.text.utf8.count == base.utf8.count && $0.text.utf8.elementsEqual(base.utf8) }) {
      return BracketedText(text: Spacing.trimmed(base))
    }
    let versions = ordered(versions)
    merge.begin(base, versions)
    if merge.parties.count == 1 { return BracketedText(text: Spacing.trimmed(base)) }
    var participants: [Scope.Participant] = []
    participants.reserveCapacity(merge.parties.count)
    for party in merge.parties.indices.dropFirst() where !merge.parties[party].edits(at: 0).isEmpty {
      participants.append(Scope.Participant(party: party, edits: merge.parties[party].edits(at: 0)))
    }
    let nodes = merge.arranged(Scope(text: 0, range: merge.parties[0].text.range, participants: participants))
    var writing = Writing(versions.map(\.label))
    return writing.text(nodes, of: 0, merge)
  }
}

/// The consolidated text of one paragraph (``Merger/consolidated(base:versions:)``).
package func consolidated(base: String, versions: [Version]) -> BracketedText {
  var merger = Merger()
  return merger.consolidated(base: base, versions: versions)
}

/// The versions by label, alphabetically, capitals and accents ignored; one for each label.
private func ordered(_ versions: [Version]) -> [Version] {
  if let ordered = orderedByShortLabels(versions) { return ordered }
  let keys = versions.map { SortingKey($0.label) }
  if zip(keys, keys.dropFirst()).allSatisfy(<) { return versions }
  let order = versions.indices.sorted { a, b in
    if keys[a] != keys[b] { return keys[a] < keys[b] }
    let (a, b) = (versions[a], versions[b])
    for (x, y) in [(a.label, b.label), (a.text, b.text)] where !x.utf8.elementsEqual(y.utf8) {
      return x.utf8.lexicographicallyPrecedes(y.utf8)
    }
    return (a.amends ?? "").utf8.lexicographicallyPrecedes((b.amends ?? "").utf8)
  }
  var ordered: [Version] = []
  ordered.reserveCapacity(order.count)
  var firstOfKey = 0
  for (place, index) in order.enumerated() {
    if place > 0, keys[index] != keys[order[place - 1]] { firstOfKey = ordered.count }
    if let same = ordered[firstOfKey...].firstIndex(where: { $0.label == versions[index].label }) {
      ordered[same] = versions[index]
    } else {
      ordered.append(versions[index])
    }
  }
  return ordered
}

/// The versions in order, where their labels differ and are so short that each fits into a number, as nearly always.
private func orderedByShortLabels(_ versions: [Version]) -> [Version]? {
  var keys: [UInt64] = []
  keys.reserveCapacity(versions.count)
  for version in versions {
    guard let key = shortKey(version.label) else { return nil }
    keys.append(key)
  }
  var isRising = true
  for index in keys.indices.dropFirst() where keys[index - 1] >= keys[index] { isRising = false }
  if isRising { return versions }
  let order = keys.indices.sorted { keys[$0] < keys[$1] }
  for place in order.indices.dropFirst() where keys[order[place - 1]] == keys[order[place]] { return nil }
  return order.map { versions[$0] }
}

/// The bytes of a label without capitals in one number that is ordered as they are; `nil` for one that is long, or has
/// other characters than those of ASCII.
private func shortKey(_ label: String) -> UInt64? {
  let bytes = label.utf8.span
  if bytes.count > 8 { return nil }
  var key: UInt64 = 0
  for index in bytes.indices {
    let byte = bytes[index]
    if byte == 0 || byte >= 0x80 { return nil }
    key |= UInt64((0x41...0x5A).contains(byte) ? byte + 0x20 : byte) << UInt64(56 - 8 * index)
  }
  return key
}

/// The bytes of a label without capitals and accents, in their order.
private struct SortingKey: Comparable {
  private let bytes: [UInt8]

  init(_ label: String) { bytes = Array(folded(label).utf8) }

  static func < (a: Self, b: Self) -> Bool { a.bytes.lexicographicallyPrecedes(b.bytes) }
}
