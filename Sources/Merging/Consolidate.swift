internal import TextForm

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
package func consolidated(base: String, versions: [Version]) -> BracketedText {
  let versions = ordered(versions)
  let merge = Merge(base: base, versions: versions)
  if merge.parties.count == 1 { return BracketedText(text: Spacing.trimmed(base)) }
  let participants = merge.parties.indices.dropFirst().map { party in
    Scope.Participant(party: party, edits: merge.parties[party].edits[0])
  }.filter { !$0.edits.isEmpty }
  let arrangement = Arrangement(merge, Scope(text: 0, range: 0..<merge.base.count, participants: participants))
  let labels = versions.map(\.label)
  let text = Writing(merge: merge, labels: labels).text(arrangement.nodes, 0)
  return Drawing(labels: labels).drawn(text) ?? text
}

/// The versions by label, alphabetically, capitals and accents ignored; one for each label.
private func ordered(_ versions: [Version]) -> [Version] {
  let keyed = versions.map { (key: sortingKey($0.label), version: $0) }.sorted { a, b in
    if a.key != b.key { return a.key.lexicographicallyPrecedes(b.key) }
    for (x, y) in [(a.version.label, b.version.label), (a.version.text, b.version.text)]
    where !x.utf8.elementsEqual(y.utf8) {
      return x.utf8.lexicographicallyPrecedes(y.utf8)
    }
    return (a.version.amends ?? "").utf8.lexicographicallyPrecedes((b.version.amends ?? "").utf8)
  }
  var ordered: [Version] = []
  ordered.reserveCapacity(keyed.count)
  var firstOfKey = 0
  for (index, item) in keyed.enumerated() {
    if index > 0, item.key != keyed[index - 1].key { firstOfKey = ordered.count }
    if let same = ordered[firstOfKey...].firstIndex(where: { $0.label == item.version.label }) {
      ordered[same] = item.version
    } else {
      ordered.append(item.version)
    }
  }
  return ordered
}

/// The bytes of a label without capitals and accents.
private func sortingKey(_ label: String) -> [UInt8] {
  if label.utf8.allSatisfy({ $0 < 0x80 }) {
    return label.utf8.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
  }
  return Array(folded(label).utf8)
}
