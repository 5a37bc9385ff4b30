internal import Merging
internal import Notation

/// Makes brackets of the changes that delegations tracked in a draft.
struct DraftChanges {
  let labels: LabelTable

  /// The label of each author who is a delegation.
  let authors: [String: String]

  /// The changes that nobody is named for, by author; they are left out of the text.
  private(set) var unnamed: [String: Int] = [:]

  init(labels: LabelTable, authors: [String: String]) {
    self.labels = labels
    self.authors = authors
  }

  /// The label of an author: the one that was given, or the one that the name itself is.
  func label(of author: String) -> String? {
    if let label = authors[author] { return label }
    if case .label(let label) = labels.meaning(of: author) { return label }
    return nil
  }

  /// The delegations that changed something in the runs, in the order of their changes.
  mutating func delegations(_ runs: [WordRun]) -> [String] {
    var found: [String] = []
    for change in runs.flatMap(\.changes) {
      if let label = label(of: change.author) {
        if !found.contains(label) { found.append(label) }
      } else {
        unnamed[change.author, default: 0] += 1
      }
    }
    return found
  }

  /// Whether a run stands with the changes of some delegations and of nobody else.
  func has(_ run: WordRun, acceptedBy labels: [String]) -> Bool {
    run.changes.allSatisfy { change in
      change.kind.isArrival == (label(of: change.author).map(labels.contains) ?? false)
    }
  }

  /// The delegation whose insertion another's changes in the runs stand inside.
  func amended(by delegation: String, in runs: [WordRun]) -> String? {
    runs.amendedAuthor { label(of: $0) == delegation }.flatMap(label(of:))
  }

  /// The delegations in whose brackets of a paragraph another changed words: there its own text says nothing of it.
  func amendedBrackets(by version: Version, in base: String) -> [String] {
    guard base.utf8.contains(0x5B) else { return [] }
    let reader = BracketReader(labels: labels)
    let before = reader.read(base).text.alternatives(besides: version.label)
    let after = reader.read(version.text).text.alternatives(besides: version.label)
    return before.keys.filter { label in after[label].map { $0 != before[label] } ?? false }.sorted()
  }

  /// The bracketed text of a paragraph in which delegations tracked changes.
  ///
  /// Brackets that stood in it already keep their meaning: each delegation's text is what it read in them.
  ///
  /// - Parameters:
  ///   - base: the paragraph without any change.
  ///   - versions: the paragraph with the changes of each delegation that made some.
  func written(base: String, versions: [Version]) -> String {
    let reader = BracketReader(labels: labels)
    let present = reader.read(base).text
    var texts: [String: Version] = [:]
    for label in present.labels { texts[label] = Version(label: label, text: present.reading(of: label)) }
    for version in versions {
      texts[version.label] = version
      texts[version.label]?.text = reader.read(version.text).text.reading(of: version.label)
    }
    let merged = consolidated(base: present.reading(of: nil), versions: Array(texts.values))
    return BracketWriter(labels: labels).write(merged)
  }
}
