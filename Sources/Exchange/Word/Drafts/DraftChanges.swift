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

  /// The runs as they stand with the changes of one delegation and of nobody else.
  func runs(_ runs: [WordRun], acceptedBy label: String?) -> [WordRun] {
    runs.filter { run in
      run.changes.allSatisfy { change in
        let isAccepted = label != nil && self.label(of: change.author) == label
        return switch change.kind {
        case .inserted, .movedTo: isAccepted
        case .deleted, .movedFrom: !isAccepted
        }
      }
    }
  }

  /// The bracketed text of a paragraph in which delegations tracked changes.
  ///
  /// Brackets that stood in it already keep their meaning: each delegation's text is what it read in them.
  ///
  /// - Parameters:
  ///   - base: the paragraph without any change.
  ///   - versions: the paragraph with the changes of each delegation that made some.
  func written(base: String, versions: [(label: String, text: String)]) -> String {
    let reader = BracketReader(labels: labels)
    let present = reader.read(base).text
    var texts: [String: String] = [:]
    for label in present.labels { texts[label] = present.reading(of: label) }
    for (label, text) in versions { texts[label] = reader.read(text).text.reading(of: label) }
    let merged = consolidated(
      base: present.reading(of: nil), versions: texts.map { Version(label: $0.key, text: $0.value) })
    return BracketWriter(labels: labels).write(merged)
  }
}
