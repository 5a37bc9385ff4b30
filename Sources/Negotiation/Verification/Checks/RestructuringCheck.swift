internal import Drafting
internal import Git
internal import Notation

/// What the chair moves, splits, joins and renumbers keeps its words.
struct RestructuringCheck: RepositoryCheck {
  mutating func look(at commit: VerifiedCommit, in history: VerifiedHistory) throws -> [Finding] {
    guard case .main(let place) = commit.line, place > 0 else { return [] }
    switch commit.message.action {
    case .place?: return try placement(commit)
    case .split?: return try split(commit)
    case .join?: return try join(commit)
    case .renumber?: return try renumbering(commit)
    default: return []
    }
  }

  private func placement(_ commit: VerifiedCommit) throws -> [Finding] {
    try numbering(commit) + words(commit)
  }

  /// A paragraph gets a number only in a section that is new to it.
  private func numbering(_ commit: VerifiedCommit) throws -> [Finding] {
    let (order, old) = (try commit.order(), try commit.oldOrder())
    return commit.named().compactMap { identifier in
      guard let now = order.place(of: identifier), let before = old.place(of: identifier),
        now.section == before.section, now.entry.kind != before.entry.kind
      else { return nil }
      let message = "a move within its section gives the paragraph another number"
      return commit.finding(.decision, path: identifier.path, message)
    }
  }

  private func words(_ commit: VerifiedCommit) throws -> [Finding] {
    try commit.files.values.sorted { $0.path < $1.path }.compactMap { file in
      guard var (old, new) = try commit.paragraphs(file) as? (Paragraph, Paragraph) else {
        return commit.finding(.decision, path: file.path, "a move adds or takes away the paragraph")
      }
      let isCarriedOut = new.notes.allSatisfy(old.notes.contains)
      (old.notes, new.notes) = ([], [])
      return old == new && isCarriedOut
        ? nil : commit.finding(.decision, path: file.path, "a move changes more than the order that it carries out")
    }
  }

  private func split(_ commit: VerifiedCommit) throws -> [Finding] {
    let named = commit.named()
    guard named.count == 2, let first = commit.files[named[0]], let second = commit.files[named[1]],
      let (old, start) = try commit.paragraphs(first) as? (Paragraph, Paragraph),
      let end = try commit.paragraphs(second).new, second.old == nil
    else { return [commit.finding(.decision, "a split does not make two paragraphs of one")] }
    // The first line says before which words.
    let subject = commit.message.subject
    if let open = subject.firstRange(of: " before '")?.upperBound,
      let close = subject.ranges(of: "': the rest is ").last?.lowerBound, open <= close,
      Passage(Paragraph.canonical(String(subject[open..<close]))).places(in: end.text).first?.lowerBound
        != end.text.startIndex
    {
      return [commit.finding(.subject, path: second.path, "it does not begin with the words that the first line says")]
    }
    let isWhole = words(old.text) == words(start.text) + words(end.text)
    return isWhole && start.status == old.status && end.status == old.status && end.notes == old.notes
      ? [] : [commit.finding(.decision, path: first.path, "the two parts are not the paragraph that was split")]
  }

  /// What stands between white space; a cut inside a word makes two of it.
  private func words(_ text: String) -> String { String(text.filter { !$0.isWhitespace }) }

  private func join(_ commit: VerifiedCommit) throws -> [Finding] {
    let named = commit.named()
    guard named.count == 2, let first = commit.files[named[0]], let second = commit.files[named[1]],
      let (old, joined) = try commit.paragraphs(first) as? (Paragraph, Paragraph),
      let other = try commit.paragraphs(second).old, second.new == nil
    else { return [commit.finding(.decision, "a join does not make one paragraph of two")] }
    var footnotes = FootnoteNumbering(old.footnotes)
    var expected = old
    expected.text += " " + footnotes.renumbered(other)
    expected.footnotes = footnotes.all
    expected.notes += other.notes
    expected.status = old.status.joined(with: other.status)
    return expected == joined
      ? [] : [commit.finding(.decision, path: first.path, "the paragraph is not the two that were joined")]
  }

  private func renumbering(_ commit: VerifiedCommit) throws -> [Finding] {
    var findings: [Finding] = []
    if try commit.order().tokens != commit.oldOrder().tokens {
      findings.append(commit.finding(.decision, "a renumbering moves a paragraph"))
    }
    for file in commit.files.values.sorted(by: { $0.path < $1.path }) {
      guard var (old, new) = try commit.paragraphs(file) as? (Paragraph, Paragraph) else {
        findings.append(commit.finding(.decision, path: file.path, "a renumbering adds or takes away the paragraph"))
        continue
      }
      (old, new) = (old.withoutWords, new.withoutWords)
      if old != new {
        findings.append(commit.finding(.decision, path: file.path, "a renumbering changes more than references"))
      }
    }
    return findings
  }
}

extension Paragraph {
  /// What a decision leaves alone that rewrites references: everything but words.
  fileprivate var withoutWords: Paragraph {
    var paragraph = self
    paragraph.text = ""
    paragraph.footnotes = footnotes.map { Footnote(number: $0.number, text: "") }
    paragraph.notes = notes.map { _ in "" }
    switch status {
    case .pending(let reason?): paragraph.status = .pending(reason: reason.isEmpty ? reason : "…")
    case .agreedAdReferendum(let reason?): paragraph.status = .agreedAdReferendum(reason: reason.isEmpty ? reason : "…")
    default: break
    }
    return paragraph
  }
}
