internal import Drafting
internal import Git

/// The first line of a message, which people read, tells the same as its trailers, which the program reads.
///
/// The program makes the line out of what it writes into the trailers; so it is made again and compared. Where the line has
/// words of its own (the words before which a paragraph was cut, the file that was imported) those alone are left out.
struct SubjectCheck: RepositoryCheck {
  /// Decisions that say who would have a paragraph where they place it.
  private var wishes: [(commit: VerifiedCommit, place: Int)] = []

  mutating func look(at commit: VerifiedCommit, in history: VerifiedHistory) throws -> [Finding] {
    guard let action = commit.message.action, let forms = try forms(of: action, commit, history.repository) else {
      return []
    }
    let subject = commit.message.subject
    if forms.contains(where: { $0.admits(subject) }) {
      if action == .place, case .main(let place) = commit.line, subject.hasSuffix(Self.wish) {
        wishes.append((commit, place))
      }
      return []
    }
    let expected = forms.first.map { ", as in '\($0.start)\($0.end.map { "…" + $0 } ?? "")'" } ?? ""
    return [commit.finding(.subject, "its first line is not what its trailers say\(expected)")]
  }

  private static let wish = " would have it"

  /// Once every branch is known: those who are named would have the paragraph elsewhere.
  mutating func conclude(_ history: VerifiedHistory) throws -> [Finding] {
    let delegations = history.negotiation.registry.delegations.sorted { $0.label.count > $1.label.count }
    return try wishes.compactMap { commit, place in
      guard let identifier = commit.named().first,
        let start = commit.message.subject.firstRange(of: ", where ")?.upperBound
      else { return nil }
      var rest = commit.message.subject[start...].dropLast(Self.wish.count)
      while !rest.isEmpty {
        guard
          let next = delegations.first(where: { rest == $0.label || rest.hasPrefix($0.label + " and ") }),
          // That a branch is lost is told by the check of named commits.
          try history.branches[next.code].map({ try history.moved(identifier, by: $0, whenMainWasAt: place - 1) })
            ?? false
        else { return commit.finding(.subject, "nobody named '\(rest)' would have had it elsewhere") }
        rest = rest == next.label ? "" : rest.dropFirst(next.label.count + " and ".count)
      }
      return nil
    }
  }

  /// How a first line may read: the whole line, or its start and its end with anything between.
  private struct Form {
    var start: String
    var end: String?

    init(_ start: String, end: String? = nil) { (self.start, self.end) = (start, end) }

    func admits(_ line: String) -> Bool {
      guard let end else { return line.utf8.elementsEqual(start.utf8) }
      return line.utf8.count >= start.utf8.count + end.utf8.count && line.hasPrefix(start) && line.hasSuffix(end)
    }
  }

  /// `nil` for an act that has no business on the line where it stands.
  private func forms(of action: Action, _ commit: VerifiedCommit, _ repository: Repository) throws -> [Form]? {
    let message = commit.message
    let addresses = message.values(.paragraph)
    let first = addresses.first ?? "the draft"
    let target = addresses.count > 1 ? "\(first) and \(addresses.count - 1) more" : first
    let on = message.first(.on)
    switch commit.line {
    case .branch(let code, _):
      let start = "\(code) \(action.verb) "
      switch action {
      case .follow: return [Form("\(code) follows main")]
      case .importing: return [Form("Import \(code)'s proposal on \(target)")]
      case .propose:
        let end = " " + target + (on.map { ", on \($0)'s proposal" } ?? "")
        return ProposedChange.Object.allCases.map { Form(start + $0.rawValue + end) }
      case .support: return [Form(start + "\(on ?? "")'s proposal on \(target)")]
      case .withdraw:
        let positions = Position.Kind.allCases.map(\.withdrawn) + [Position.withdrawn]
        return (["its proposal on"] + positions).map { Form("\(start)\($0) \(target)") }
      case .reserve, .oppose: return [Form(start + target)]
      default: return nil
      }
    case .main:
      let start = "The chair \(action.verb) "
      switch action {
      case .initialize: return [Form("Begin the negotiation")]
      case .importing: return [Form("Import ", end: "")]
      case .approve, .pend, .agree, .reopen: return [Form(start + target)]
      case .adopt: return try adoption(commit, start)
      case .reject: return [Form(start + "\(on ?? "")'s proposal on \(target)")]
      case .place: return try placing(commit, start, first)
      case .split where addresses.count == 2:
        return [Form(start + "\(first) before '", end: "': the rest is \(addresses[1])")]
      case .join where addresses.count == 2: return [Form(start + "\(first) and \(addresses[1])")]
      case .undo: return try undoing(message, start, repository)
      case .revise: return [Form(start + "the draft: \(message.first(.symbol) ?? "")")]
      case .renumber: return [Form(start + "the clean text")]
      default: return nil
      }
    case .kept: return action == .keep ? [Form("Keep the consolidated draft")] : nil
    case .other: return nil
    }
  }

  /// What was adopted is named as it was printed before; what the chair's text did not have, as its delegation had it.
  private func adoption(_ commit: VerifiedCommit, _ start: String) throws -> [Form] {
    guard let identifier = commit.named().first else { return [] }
    var codes: [String] = []
    for value in commit.message.values(.adopted) {
      let code = value.split(separator: " ").first.map(String.init) ?? ""
      if !codes.contains(code) { codes.append(code) }
    }
    // Who wrote what those named had supported or amended is credited beside them.
    let named = commit.message.takenWhole
    if !named.isEmpty, Set(named).count == named.count, Set(named).isSubset(of: codes) { codes = named }
    var approval = ""
    if let file = commit.files[identifier], try commit.paragraphs(file).new?.status == .approved {
      approval = " and approves it"
    }
    let words = codes.isEmpty ? "words of its own for " : codes.joined(separator: " and ") + "'s wording of "
    guard let before = try commit.oldOrder().place(of: identifier)?.address else {
      return [Form(start + words, end: approval)]
    }
    let form = Form(start + words + before + approval)
    // Footnotes that have no mark any more are named behind it.
    return codes.isEmpty ? [form, Form(start + words + before + ", without ", end: approval)] : [form]
  }

  private func placing(_ commit: VerifiedCommit, _ start: String, _ now: String) throws -> [Form] {
    guard let identifier = commit.named().first,
      let before = try commit.oldOrder().place(of: identifier)?.address
    else { return [] }
    let whole = start + before + (now == before ? "" : " as \(now)")
    return [Form(whole), Form(whole + ", where ", end: " would have it")]
  }

  /// `nil` where it does not name what it undoes, which another check says.
  private func undoing(_ message: CommitMessage, _ start: String, _ repository: Repository) throws -> [Form]? {
    guard let name = message.first(.undoes), let id = ObjectID(name), repository.contains(id) else { return nil }
    return [Form("The chair undoes: " + CommitMessage(text: try repository.commit(id).message).deed)]
  }
}
