internal import Drafting
internal import Git

/// The outlines and the files agree: each entry has its file, each file its entry, and no paragraph stands twice.
///
/// Told where it begins: a commit that leaves everything in its place leaves what was wrong, too.
struct OutlineCheck: RepositoryCheck {
  mutating func look(at commit: VerifiedCommit, in history: VerifiedHistory) throws -> [Finding] {
    guard commit.isRestructured, commit.line != .other else { return [] }
    let snapshot = commit.snapshot()
    let order = try commit.order()
    var findings: [Finding] = []
    var unplaced = Set(try snapshot.paragraphFiles().keys)
    var seen: Set<ParagraphIdentifier> = []
    for outline in order.outlines {
      for entry in outline.entries {
        let identifier = entry.identifier
        if !seen.insert(identifier).inserted {
          findings.append(commit.finding(.outline, path: outline.path, "\(identifier) stands twice in the draft"))
        } else if unplaced.remove(identifier) == nil {
          findings.append(commit.finding(.outline, path: outline.path, "\(identifier) has no file"))
        }
      }
    }
    for identifier in unplaced.sorted() {
      findings.append(commit.finding(.outline, path: identifier.path, "no outline has the paragraph"))
    }
    let sections = Set(order.outlines.map(\.path))
    if let folder = try history.repository.entry(at: "outline", in: snapshot.tree) {
      for entry in try history.repository.tree(folder.id)
      where entry.name != MovedParagraphsFile.name && !sections.contains("outline/" + entry.name) {
        findings.append(commit.finding(.outline, path: "outline/" + entry.name, "the draft has no such section"))
      }
    }
    return findings
  }
}
