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
  var lexicon = Lexicon()
  let baseText = Wording(base, &lexicon)
  var occurrences = Occurrences()
  var proposals: [Proposal] = []
  for (text, labels) in grouped(versions) {
    let wording = Wording(text, &lexicon)
    let edits = edits(from: baseText, to: wording, &lexicon, &occurrences)
    if !edits.isEmpty { proposals.append(Proposal(text: wording, edits: edits, labels: labels)) }
  }
  if proposals.isEmpty { return BracketedText(text: Spacing.trimmed(base)) }
  let merge = Merge(lexicon: lexicon, base: baseText, proposals: proposals)
  return Writing(merge: merge, labels: versions.map(\.label)).text(Arrangement(merge).nodes)
}

/// The versions by label, alphabetically, capitals and accents ignored; one for each label.
private func ordered(_ versions: [Version]) -> [Version] {
  let keyed = versions.map { (key: Array(folded($0.label).utf8), version: $0) }.sorted { a, b in
    if a.key != b.key { return a.key.lexicographicallyPrecedes(b.key) }
    for (x, y) in [(a.version.label, b.version.label), (a.version.text, b.version.text)]
    where !x.utf8.elementsEqual(y.utf8) {
      return x.utf8.lexicographicallyPrecedes(y.utf8)
    }
    return (a.version.amends ?? "").utf8.lexicographicallyPrecedes((b.version.amends ?? "").utf8)
  }
  var last: [String: Version] = [:]
  var order: [String] = []
  for (_, version) in keyed where last.updateValue(version, forKey: version.label) == nil {
    order.append(version.label)
  }
  return order.compactMap { last[$0] }
}

/// The distinct texts, byte by byte, each with the numbers of its labels; ordered by first label.
private func grouped(_ versions: [Version]) -> [(text: String, labels: [Int])] {
  var groups: [(text: String, labels: [Int])] = []
  var known: [[UInt8]: Int] = [:]
  for (number, version) in versions.enumerated() {
    let bytes = Array(version.text.utf8)
    if let group = known[bytes] {
      groups[group].labels.append(number)
    } else {
      known[bytes] = groups.count
      groups.append((version.text, [number]))
    }
  }
  return groups
}
