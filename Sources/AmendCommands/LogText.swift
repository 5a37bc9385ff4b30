internal import Commands
internal import Drafting
internal import Git
internal import Merging
internal import Negotiation
internal import Notation

extension Session {
  /// One event for people: when, who, what and the commit; then the words that changed and why.
  ///
  /// - Parameters:
  ///   - language: of the delegations' names.
  ///   - isNamed: whether the paragraph is named.
  ///   - hasPatch: the full texts before and after, in the stead of the words that changed.
  func written(
    _ event: ParagraphEvent, _ writer: BracketWriter, in language: Language, isNamed: Bool = false,
    hasPatch: Bool = false
  ) -> String {
    let when = Timestamp(seconds: event.time, offsetMinutes: event.offsetMinutes).text
    let name = isNamed ? "\(event.place?.address ?? "@\(event.identifier)"): " : ""
    var output = "\(when)  \(bold(name + event.summary(in: language)))  \(event.commit.short)\n"
    if hasPatch {
      output += indented(event.before?.textWithNotes(unlike: event.after), "- ")
      output += indented(event.after?.textWithNotes(unlike: event.before), "+ ")
    } else {
      let words = rendered(writer.spans(of: event.words.shortened()))
      if event.words.bracketCount > 0 || event.presence != .stayed, !words.isEmpty { output += indented(words, "") }
    }
    if let reason = event.reason { output += "    Reason: \(reason)\n" }
    if let meeting = event.meeting { output += "    Meeting: \(meeting)\n" }
    let references = event.message.references(rewrittenIn: event.identifier)
    if !references.isEmpty { output += "    References rewritten: \(references.joined(separator: ", "))\n" }
    let adopted = event.adopted.map(inShort)
    if !adopted.isEmpty { output += "    Adopted: \(adopted.joined(separator: ", "))\n" }
    return output
  }

  /// A proposal as a trailer names it, for people: `VEN 3f2a9c1`.
  private func inShort(_ proposal: String) -> String {
    proposal.split(separator: " ", maxSplits: 1).enumerated()
      .map { String($0.offset == 0 ? $0.element : $0.element.prefix(7)) }.joined(separator: " ")
  }

  private func indented(_ text: String?, _ mark: String) -> String {
    (text ?? "").utf8.split(separator: UInt8(ascii: "\n")).map { "    \(mark)\(Substring($0))\n" }.joined()
  }
}

extension CommitMessage {
  /// The decision that is undone, and what it did: `3f2a9c1: approves operative/2`.
  var undoneText: String? {
    guard let commit = first(.undoes) else { return nil }
    let start = "The chair undoes: "
    let what = subject.hasPrefix(start) ? ": " + subject.dropFirst(start.count) : ""
    return commit.prefix(7) + what
  }
}

extension Session {
  /// An act that changed no paragraph, as events are written.
  func written(_ act: RecordedAct) -> String {
    let when = Timestamp(seconds: act.deed.time, offsetMinutes: act.deed.offsetMinutes).text
    let what = act.message.undoneText.map { "The chair undoes \($0)" } ?? act.message.subject
    var output = "\(when)  \(bold(what))  \(act.deed.commit.short)\n"
    if let reason = act.deed.reason { output += "    Reason: \(reason)\n" }
    if let meeting = act.deed.meeting { output += "    Meeting: \(meeting)\n" }
    return output
  }
}

extension ParagraphEvent {
  /// What happened, in one phrase: `Venezuela proposes`, `The chair approves`.
  func summary(in language: Language) -> String {
    let who = delegation?.name(in: language) ?? (author == "Chair" ? "The chair" : author)
    let other = relatedPlace?.address ?? related.map { "@\($0)" } ?? ""
    let verb: String =
      switch action {
      case _ where goesAlong: "\(who)'s order of place goes along"
      case .importing where delegation == nil: "The draft is imported"
      case .importing: (on.map { "\(who) amends \($0)'s proposal" } ?? "\(who) proposes") + " (imported)"
      case .initialize: "The negotiation begins"
      case .propose where presence == .came: "\(who) proposes a new paragraph"
      case .propose where presence == .went: "\(who) proposes to delete the paragraph"
      case .propose: on.map { "\(who) amends \($0)'s proposal" } ?? "\(who) proposes"
      case .support: "\(who) supports \(on ?? "a proposal")"
      case .withdraw: "\(who) withdraws" + (message.withdrawnPosition.map { " its \($0)" } ?? "")
      case .follow where isMet: "\(who)'s order of place is met with \(parents.last?.short ?? "")"
      case .follow where outcome == .inConflict:
        "\(who)'s \(answered) is in conflict with the chair's text of \(parents.last?.short ?? "")"
      case .follow where outcome == .reinstated: "\(who)'s \(answered) stands again with \(parents.last?.short ?? "")"
      case .follow: "\(who) follows the chair's text"
      case .split where related != nil:
        presence == .came ? "\(who) splits the paragraph off \(other)" : "\(who) splits off \(other)"
      case .join where related != nil:
        presence == .went ? "\(who) joins the paragraph to \(other)" : "\(who) joins \(other) to it"
      case .adopt where presence == .went: "\(who) deletes the paragraph"
      case .adopt where adopted.isEmpty && formerPlace == nil: "\(who) adopts words of its own"
      case .agree: "\(who) agrees ad referendum"
      case .reserve: "\(who) reserves its position"
      case .oppose: "\(who) opposes the paragraph"
      case .undo: "\(who) undoes \(undoneText ?? "a decision")"
      case .reject: "\(who) rejects \(on.map { "\($0)'s proposal" } ?? "a proposal")"
      case .some(let action): "\(who) \(action.verb)"
      case nil: "\(who) changes the paragraph"
      }
    return verb + moveText + statusText
  }

  /// Whether the delegation acted on another paragraph, and this one stands where it did behind that, as it asks.
  private var goesAlong: Bool {
    delegation != nil && action != .follow && landing != nil && !message.names(identifier)
  }

  private var moveText: String {
    guard let formerPlace else { return "" }
    if goesAlong, let landing { return " \(landing.phrase)" }
    // What was asked for stays what it was, whatever number it has now.
    if outcome == .inConflict || outcome == .reinstated { return landing.map { ", placed \($0.phrase)" } ?? "" }
    guard let place, formerPlace.address != place.address else {
      return ", placed " + (landing?.phrase ?? "elsewhere")
    }
    return ", from \(formerPlace.address) to \(place.address)"
  }

  /// Whether the chair's decision on another paragraph put this one where the delegation would have it.
  private var isMet: Bool { oldFile == newFile && message.meets(identifier) }

  /// What of the delegation's came into conflict with the chair's text, or stands again.
  private var answered: String { words.bracketCount > 0 ? "proposal" : "order of place" }

  private var undoneText: String? { message.undoneText }

  private var statusText: String {
    // A branch that follows takes the status over, which is told on main.
    guard action != .follow, let statusAfter, statusBefore != statusAfter,
      !(statusBefore == nil && statusAfter == .open)
    else { return "" }
    return switch (action, statusAfter) {
    case (.approve, .approved), (.reopen, .open): ""
    case (.pend, .pending(let reason)), (.agree, .agreedAdReferendum(let reason)):
      reason.flatMap { $0 == self.reason ? nil : " – \($0)" } ?? ""
    case (.adopt, .approved): " and approves"
    case (.undo, _): "; now \(statusAfter.word)" + (statusAfter.reason.map { " – \($0)" } ?? "")
    default: ": \(statusAfter.word)" + (statusAfter.reason.map { " – \($0)" } ?? "")
    }
  }
}

extension BracketedText {
  /// The text with long undisputed passages cut to their ends, for a line of history.
  func shortened() -> BracketedText {
    guard pieces.contains(where: { if case .bracket = $0 { true } else { false } }) else { return self }
    var result = self
    for (index, piece) in pieces.enumerated() {
      guard case .text(let text) = piece else { continue }
      let (isFirst, isLast) = (index == 0, index == pieces.count - 1)
      result.pieces[index] = .text(AmendCommands.shortened(text, isFirst: isFirst, isLast: isLast))
    }
    return result
  }
}
