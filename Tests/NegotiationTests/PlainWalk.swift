import Drafting
import Git
@testable import Negotiation
import Testing

/// The history of a paragraph found the slow way: every commit of every branch is looked at, whole draft by whole draft.
///
/// It knows nothing of the index, of folders that are compared, or of what is kept from one commit to the next: what the
/// index says must be just this.
struct PlainWalk {
  let negotiation: Negotiation

  private struct Line {
    var time: Int
    var on: Int
    var branch: String
    var generation: Int
    var decisions: Int
    var commit: ObjectID
    var text: String
    /// The commits that it comes out of: its parents, and those whose words it takes.
    var origins: [String]

    func comes(outOf other: Line) -> Bool {
      origins.contains { other.commit.hex.hasPrefix($0) } || branch == other.branch && generation > other.generation
    }
  }

  /// The events of some paragraphs, each as one line, in the order in which a history is told.
  func lines(of identifiers: [ParagraphIdentifier]) throws -> [ParagraphIdentifier: [String]] {
    var found: [ParagraphIdentifier: [Line]] = [:]
    let repository = negotiation.repository
    var tips = [try #require(try repository.reference(ReferenceNames.main))]
    tips += try repository.references(under: ReferenceNames.delegations).map(\.id)
    var seen: Set<ObjectID> = []
    var generations: [ObjectID: Int] = [:]
    var decisions: [ObjectID: Int] = [:]
    for tip in tips {
      for id in try repository.commits(from: [tip], order: .oldestFirst) where seen.insert(id).inserted {
        let commit = try repository.commit(id)
        generations[id] = (commit.parents.compactMap { generations[$0] }.max() ?? 0) + 1
        let isDelegation =
          commit.author.email.hasSuffix("@delegations.invalid") && !commit.author.email.hasPrefix("chair@")
        decisions[id] = (commit.parents.compactMap { decisions[$0] }.max() ?? 0) + (isDelegation ? 0 : 1)
        let states = try ([id] + commit.parents).map { try State(Snapshot(repository, commit: $0)) }
        for identifier in identifiers {
          guard let text = try event(identifier, commit, states[0], Array(states.dropFirst())) else { continue }
          let email = commit.author.email
          found[identifier, default: []].append(
            Line(
              time: Int(commit.committer.seconds),
              on: CommitMessage(text: commit.message).first(.on) == nil ? 0 : 1, branch: isDelegation ? email : "",
              generation: generations[id] ?? 0, decisions: decisions[id] ?? 0, commit: id, text: text,
              origins: commit.parents.map(\.hex)
                + CommitMessage(text: commit.message).values(.adopted).map { String($0.split(separator: " ")[1]) }))
        }
      }
    }
    return found.mapValues { lines in
      var waiting = lines.sorted {
        if $0.time != $1.time { return $0.time < $1.time }
        return ($0.decisions, $0.branch == "" ? 0 : 1, $0.on, $0.branch, $0.generation, $0.commit)
          < ($1.decisions, $1.branch == "" ? 0 : 1, $1.on, $1.branch, $1.generation, $1.commit)
      }
      var told: [String] = []
      while let first = waiting.first {
        let next = waiting.firstIndex { line in
          line.time == first.time && !waiting.contains { $0.time == first.time && line.comes(outOf: $0) }
        }
        told.append(waiting.remove(at: next ?? 0).text)
      }
      return told
    }
  }

  private struct State {
    let order: DraftOrder
    let files: [ParagraphIdentifier: ObjectID]
    let snapshot: Snapshot

    init(_ snapshot: Snapshot) throws {
      self.snapshot = snapshot
      order = try snapshot.order()
      files = try snapshot.paragraphFiles()
    }

  }

  /// What a paragraph says: its text, and what stands behind it.
  private struct Words {
    let text: String?
    let notes: Set<String>

    init(_ paragraph: Paragraph?) {
      text = paragraph?.text
      notes = Set((paragraph?.footnotes.map(\.line) ?? []) + (paragraph?.notes ?? []))
    }
  }

  private func event(
    _ identifier: ParagraphIdentifier, _ commit: Commit, _ now: State, _ parents: [State]
  ) throws -> String? {
    let before = parents.first
    let (old, new) = (before?.files[identifier], now.files[identifier])
    let message = CommitMessage(text: commit.message)
    let isNamed =
      ([.reject, .reserve, .oppose, .withdraw].contains(message.action)
        || message.action == .undo && before?.snapshot.tree == now.snapshot.tree)
      && message.values(.identifier).contains(identifier.description)
    // That a proposal came into conflict, stands again, or is met elsewhere is told where the file is as it was, too.
    let isMet =
      try meets(identifier, message, commit, from: before, to: now)
      || message.action == .follow
        && ["conflict", "reinstated"].contains { message.values(.outcome).contains("\($0) \(identifier)") }
    let isMoved =
      !parents.isEmpty && parents.allSatisfy { moves(identifier, from: $0.order, to: now.order, by: message) }
    guard old != new || isMoved || isNamed || isMet else { return nil }
    let isTakenOver = parents.dropFirst().contains { $0.files[identifier] == new }
    if isTakenOver, !isMet { return nil }
    if message.action == .follow, !isMoved, !isMet {
      func words(_ state: State?) throws -> Words { try Words(state?.snapshot.paragraph(identifier)) }
      let (was, said, chairs) = (try words(before), try words(now), try words(parents.last))
      if was.text == said.text, said.notes.subtracting(was.notes).isSubset(of: chairs.notes) { return nil }
    }
    let former = before?.order.place(of: identifier)
    let place =
      now.order.place(of: identifier) ?? (isMet ? parents.dropFirst().last?.order.place(of: identifier) : nil) ?? former
    return [
      commit.id.short, identifier.description, message.action?.rawValue ?? "?", commit.author.name,
      place?.address ?? "nowhere", isMoved ? former?.address ?? "nowhere" : "-",
      (isTakenOver ? new : old)?.short ?? "-", new?.short ?? "-",
    ].joined(separator: " ")
  }

  /// Whether a branch that follows would place a paragraph no more where the chair, deciding on another, has put it.
  private func meets(
    _ identifier: ParagraphIdentifier, _ message: CommitMessage, _ commit: Commit, from before: State?, to now: State
  ) throws -> Bool {
    guard message.action == .follow, let before, let decision = commit.parents.last else { return false }
    let told = CommitMessage(text: try now.snapshot.repository.commit(decision).message)
    return message.values(.outcome).contains("satisfied \(identifier)") && before.order.moved.contains(identifier)
      && !now.order.moved.contains(identifier) && !told.values(.identifier).contains(identifier.description)
  }

  private func moves(
    _ identifier: ParagraphIdentifier, from old: DraftOrder, to new: DraftOrder, by message: CommitMessage
  ) -> Bool {
    guard let before = old.place(of: identifier), let after = new.place(of: identifier) else { return false }
    if before != after { return true }
    let told = Set(message.values(.identifier))
    let moved = new.moves(between: old)
    // Where the fewest moves are of other paragraphs than the commit says, those were moved that it says.
    let isTold =
      [.propose, .support, .withdraw, .place, .adopt, .undo].contains(message.action) && !told.isEmpty
    let strays = moved.filter { other in
      old.place(of: other) != nil && old.place(of: other) == new.place(of: other) && !told.contains(other.description)
    }
    if !isTold || strays.isEmpty { return moved.contains(identifier) }
    guard told.contains(identifier.description) else { return false }
    func common(_ order: DraftOrder, _ other: DraftOrder) -> DraftOrder {
      DraftOrder(
        order.outlines.map { outline in
          var outline = outline
          outline.entries.removeAll { other.place(of: $0.identifier) == nil }
          return outline
        })
    }
    return moved.contains(identifier)
      || common(old, new).predecessor(of: identifier) != common(new, old).predecessor(of: identifier)
  }
}

extension IndexedEvent {
  /// The event as ``PlainWalk`` writes it.
  var line: String {
    [
      commit.id.short, event.identifier.description, commit.action?.rawValue ?? "?", commit.author,
      event.place?.address ?? "nowhere",
      event.formerPlace?.address ?? "-",
      event.oldFile?.short ?? "-", event.newFile?.short ?? "-",
    ].joined(separator: " ")
  }
}
