import Drafting
import Git
@testable import Negotiation
import TestSupport

/// A history written commit by commit without the commands, so that it holds what they would refuse: many commits within
/// one second, orders and numbers of every kind, merges that take anything from either side, commits of other programs.
struct RandomHistory {
  let seed: UInt64

  /// Where each branch stood after each commit: a state for each step.
  private(set) var steps: [[String: ObjectID]] = []
  private(set) var identifiers: Set<ParagraphIdentifier> = []

  private var random: SeededGenerator
  private var branches: [String: Branch] = [:]
  private var seconds: Int64 = Signature.fixed.seconds
  private var counters: [String: Int] = [:]

  private struct Branch {
    var tip: ObjectID
    var tree: ObjectID
    var files: [ParagraphIdentifier: Paragraph]
    var order: DraftOrder
  }

  /// Writes a history on top of a negotiation's first commit.
  init(seed: UInt64, commits: Int, on negotiation: Negotiation) throws {
    self.seed = seed
    random = SeededGenerator(seed: seed)
    let main = negotiation.main
    let order = try main.order()
    var files: [ParagraphIdentifier: Paragraph] = [:]
    for identifier in try main.paragraphFiles().keys { files[identifier] = try main.paragraph(identifier) }
    branches[ReferenceNames.main] = Branch(tip: main.commit, tree: main.tree, files: files, order: order)
    identifiers = Set(files.keys)
    counters["p"] = files.keys.map(\.ordinal).max() ?? 0
    steps = [[ReferenceNames.main: main.commit]]
    for _ in 0..<commits {
      try step(in: negotiation.repository)
      steps.append(branches.mapValues(\.tip))
    }
  }

  private mutating func pick<Element>(_ list: [Element]) -> Element? { list.randomElement(using: &random) }

  private mutating func step(in repository: Repository) throws {
    let code = pick(["", "", "BRA", "CHL", "VEN"]) ?? ""
    let name = code.isEmpty ? ReferenceNames.main : ReferenceNames.delegations + code
    guard let main = branches[ReferenceNames.main] else { return }
    var branch = branches[name] ?? main
    let (oldFiles, oldOrder) = (branch.files, branch.order)
    var parents = [branch.tip]
    var trailers: [CommitMessage.Trailer] = []
    let ids = branch.files.keys.sorted()
    let one = pick(ids) ?? ParagraphIdentifier(ordinal: 1)
    switch Int.random(in: 0..<16, using: &random) {
    case 0..<5:
      branch.files[one]?.text = words()
      trailers = named([one], code.isEmpty ? .adopt : .propose)
    case 5:
      branch.files[one]?.status = pick([.open, .approved, .pending(reason: "Consultations")]) ?? .open
      trailers = named([one], .pend)
    case 6:
      branch.files[one] = nil
      branch.order.remove(one)
      trailers = named([one], .propose)
    case 7, 8:
      let new = identifier(madeBy: code)
      branch.files[new] = Paragraph(text: words())
      insert(Outline.Entry(new, kind()), into: &branch.order)
      trailers = Bool.random(using: &random) ? named([one, new], .split) : named([new], .propose)
    case 9:
      if let entry = branch.order.place(of: one)?.entry {
        branch.order.remove(one)
        insert(entry, into: &branch.order)
        if !code.isEmpty, Bool.random(using: &random) { branch.order.moved.insert(one) }
      }
      trailers = named([one], pick([.place, .undo]) ?? .place)
    case 10:
      for index in branch.order.outlines.indices {
        for place in branch.order.outlines[index].entries.indices where Bool.random(using: &random) {
          branch.order.outlines[index].entries[place].kind = kind()
        }
      }
      trailers = named([], .renumber)
    case 11:
      trailers = named([one, pick(ids) ?? one], pick([.withdraw, .reject, .oppose, .reserve, .undo]) ?? .reject)
    case 12: branch.files[one]?.text = words()
    case 13:
      guard let other = pick(ids), other != one, let text = branch.files[other]?.text else { return }
      branch.files[one]?.text += " " + text
      branch.files[other] = nil
      branch.order.remove(other)
      trailers = named([one, other], .join)
    default:
      guard let other = pick(branches.keys.sorted().filter { $0 != name }), let theirs = branches[other] else { return }
      parents.append(theirs.tip)
      for identifier in Set(branch.files.keys).union(theirs.files.keys).sorted() where Bool.random(using: &random) {
        branch.files[identifier] = theirs.files[identifier]
      }
      if Bool.random(using: &random) { branch.order = theirs.order }
      if Int.random(in: 0..<3, using: &random) == 0 { branch.files[one]?.text = words() }
      trailers = named([], pick([.follow, .follow, .propose]) ?? .follow)
      if let outcome = pick(["conflict", "reinstated", "satisfied", "void", nil, nil]) ?? nil {
        trailers.append(.init(.outcome, "\(outcome) \(pick(identifiers.sorted()) ?? one)"))
      }
    }
    if Int.random(in: 0..<6, using: &random) == 0 { trailers.append(.init(.on, "VEN")) }
    try write(&branch, oldFiles, oldOrder, parents, trailers, code, in: repository)
    branches[name] = branch
  }

  private mutating func write(
    _ branch: inout Branch, _ oldFiles: [ParagraphIdentifier: Paragraph], _ oldOrder: DraftOrder, _ parents: [ObjectID],
    _ trailers: [CommitMessage.Trailer], _ code: String, in repository: Repository
  ) throws {
    var changes: [String: ObjectID?] = [:]
    for identifier in Set(oldFiles.keys).union(branch.files.keys)
    where oldFiles[identifier] != branch.files[identifier] {
      changes[identifier.path] = .some(try branch.files[identifier].map { try repository.writeBlob($0.fileText) })
    }
    for outline in branch.order.outlines where !oldOrder.outlines.contains(outline) {
      changes[outline.path] = .some(outline.entries.isEmpty ? nil : try repository.writeBlob(outline.fileText))
    }
    if branch.order.moved != oldOrder.moved {
      let moved = branch.order.moved
      changes[MovedParagraphsFile.path] = .some(
        moved.isEmpty ? nil : try repository.writeBlob(MovedParagraphsFile.text((moved, branch.order.anchors))))
    }
    branch.tree = try repository.tree(from: branch.tree, changing: changes)
    seconds += pick([0, 0, 0, 1, 60]) ?? 0
    var author = Signature(name: "Chair", email: "chair@delegations.invalid", seconds: seconds)
    if !code.isEmpty {
      let delegation = try delegation(code)
      author = Signature(name: delegation.names[0], email: delegation.signatureEmail, seconds: seconds)
    }
    if trailers.isEmpty { author = Signature(name: "Somebody", email: "somebody@example.org", seconds: seconds) }
    branch.tip = try repository.writeCommit(
      tree: branch.tree, parents: parents, author: author, committer: Signature.fixed.at(seconds),
      message: CommitMessage(subject: "Commit \(steps.count) of \(seed)", trailers: trailers).text)
    identifiers.formUnion(branch.files.keys)
  }

  private func named(_ identifiers: [ParagraphIdentifier], _ action: Action) -> [CommitMessage.Trailer] {
    identifiers.map { .init(.identifier, $0.description) } + [.init(.action, action.rawValue)]
  }

  private mutating func words() -> String {
    (0..<Int.random(in: 1...5, using: &random)).map { _ in pick(["to", "urge", "states", "all"]) ?? "" }
      .joined(separator: " ")
  }

  private mutating func kind() -> Outline.Kind {
    let number = ParagraphNumber(String(Int.random(in: 1...9, using: &random)))
    return number.map { Bool.random(using: &random) ? .numbered($0) : .counted($0) } ?? .heading
  }

  private mutating func identifier(madeBy code: String) -> ParagraphIdentifier {
    let key = code.isEmpty ? "p" : code
    counters[key, default: 0] += 1
    let made = code.isEmpty ? nil : try? DelegationCode(code)
    return ParagraphIdentifier(ordinal: counters[key] ?? 1, madeBy: made)
  }

  private mutating func insert(_ entry: Outline.Entry, into order: inout DraftOrder) {
    let section = Int.random(in: 0..<order.outlines.count, using: &random)
    let place = Int.random(in: 0...order.outlines[section].entries.count, using: &random)
    order.outlines[section].entries.insert(entry, at: place)
  }
}

extension Signature {
  fileprivate func at(_ seconds: Int64) -> Signature { Signature(name: name, email: email, seconds: seconds) }
}
