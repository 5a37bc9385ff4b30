package import Drafting

extension RecordedAct {
  /// What was done, a line each: `2026-03-16 adopted, wording of Venezuela – Article 34 [informal meeting]`.
  ///
  /// Delegations that did the same one after the other on one day share a line. What is no act on a paragraph is left
  /// out. An act on another paragraph that has gone into this one begins with how that was printed: `operative/4: adopted`.
  package static func sentences(
    _ acts: [RecordedAct], in language: Language, _ registry: DelegationRegistry
  ) -> [String] {
    var lines: [(actors: [String], day: String, phrase: Phrase, end: String)] = []
    for act in acts {
      guard var phrase = act.phrase(in: language, registry) else { continue }
      if let address = act.elsewhere { phrase.before = "\(address): \(phrase.before)" }
      let actor = act.deed.actor(in: language)
      if let last = lines.last, phrase.hasActor, last.phrase == phrase, last.day == act.deed.day, last.end == act.end {
        if !last.actors.contains(actor) { lines[lines.count - 1].actors.append(actor) }
      } else {
        lines.append(([actor], act.deed.day, phrase, act.end))
      }
    }
    return lines.map { line in
      let actors = line.phrase.isImport ? line.actors.sorted() : line.actors
      return line.day + " " + line.phrase.before + (line.phrase.hasActor ? joined(actors) : "") + line.phrase.after
        + line.end
    }
  }

  /// The line of this act alone; `nil` for what is no act on a paragraph.
  package func sentence(in language: Language, _ registry: DelegationRegistry) -> String? {
    Self.sentences([self], in: language, registry).first
  }

  /// A phrase with or without a place for who acted.
  private struct Phrase: Equatable {
    var before: String
    var after = ""
    var hasActor = true

    /// Whether all of it happened at once.
    var isImport = false

    static func decision(_ words: String) -> Phrase { Phrase(before: words, hasActor: false) }
  }

  private var end: String {
    (deed.reason.map { " – \($0)" } ?? "") + (deed.meeting.map { " [\($0)]" } ?? "")
      + (undone.map { " (undone \($0.day))" } ?? "")
  }

  private func phrase(in language: Language, _ registry: DelegationRegistry) -> Phrase? {
    func names(_ codes: [DelegationCode]) -> String {
      var names: [String] = []
      for code in codes {
        let name = registry[code]?.name(in: language) ?? code.description
        if !names.contains(name) { names.append(name) }
      }
      return Self.joined(names)
    }
    return switch action {
    case .propose where landing != nil:
      Phrase(before: "place \(landing?.phrase ?? "") proposed by ")
    case .propose:
      on.map { Phrase(before: "amended by ", after: ", on the proposal of \(names([$0]))") }
        ?? Phrase(before: "proposed by ")
    case .importing where deed.delegation == nil: nil
    case .importing:
      on.map {
        Phrase(
          before: "amended by ", after: ", on the proposal of \(names([$0])), in the imported draft", isImport: true)
      } ?? Phrase(before: "proposed by ", after: ", in the imported draft", isImport: true)
    case .support: Phrase(before: (on.map { "proposal of \(names([$0])) " } ?? "") + "supported by ")
    case .withdraw: Phrase(before: (message.withdrawnPosition.map { "\($0) " } ?? "") + "withdrawn by ")
    case .reserve: Phrase(before: "position reserved by ")
    case .oppose: Phrase(before: "opposed by ")
    case .adopt:
      .decision(
        (adopted.isEmpty ? "adopted in the chair's words" : "adopted, wording of \(names(adopted.map(\.code)))")
          + (message.approvesAdoption ? ", and approved" : ""))
    case .reject: .decision("rejected, proposal of \(names(rejected.map(\.code)))")
    case .approve: .decision("approved")
    case .pend: .decision("left pending")
    case .agree:
      .decision(
        "agreed ad referendum"
          + (on == nil
            ? "" : ", subject to \(names(message.values(.on).compactMap { try? DelegationCode($0) }))"))
    case .reopen: .decision("reopened")
    case .place: .decision("placed " + (landing?.phrase ?? addresses.first.map { "as \($0)" } ?? "elsewhere"))
    case .split: .decision("split into \(Self.joined(addresses))")
    case .join: .decision("joined, \(Self.joined(addresses))")
    case .undo: .decision("decision \(message.first(.undoes)?.prefix(7) ?? "before") undone")
    case .renumber: referencesRewritten.map { .decision("references rewritten: \($0)") }
    case .follow:
      referencesRewritten.map { Phrase(before: "references rewritten in what is said by ", after: ": \($0)") }
    case .initialize, .revise, .keep, nil: nil
    }
  }

  /// The references that it rewrites in the first of its paragraphs; `nil` where there are none.
  private var referencesRewritten: String? {
    let references = identifiers.first.map { message.references(rewrittenIn: $0) } ?? []
    return references.isEmpty ? nil : references.joined(separator: ", ")
  }

  /// `A`, `A and B`, `A, B and C`.
  static func joined(_ names: [String]) -> String {
    names.count < 2 ? names.joined() : names.dropLast().joined(separator: ", ") + " and " + names[names.count - 1]
  }
}
