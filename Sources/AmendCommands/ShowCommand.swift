internal import Commands
internal import Drafting
internal import Git
internal import JSON
internal import Merging
internal import Negotiation
internal import Notation

let showCommand = Command<Session>(
  "show", "Show one proposal or decision",
  discussion: """
    Everything about one commit: who and when, why, and the words it changed, paragraph by paragraph, with where they \
    are now, if that is printed otherwise. For a proposal what became of it, who supports it, what it amends and who \
    amends it; for a decision whose words it took, what it did to the standing proposals, and whether it was undone. Of \
    a kept draft the brackets that it has.
    """,
  examples: [Example("amend show 3f2a9c1", "A commit that 'amend log' named")],
  positional("id", String.self, "The commit, or its first digits", placeholder: "ID")
) { session, id in
  let negotiation = try session.negotiation()
  let story = try negotiation.story(of: negotiation.commit(named: id))
  let writer = session.bracketWriter(negotiation)
  if session.isJSON {
    let known = Set(story.events.map(\.identifier))
    var objects = story.events.map { json($0, story, writer) }
    if objects.isEmpty { objects.append(json(story.act, writer)) }
    for index in objects.indices {
      if story.events.indices.contains(index) {
        let places = story.places[story.events[index].identifier] ?? []
        objects[index]["paragraphsNow"] = JSONValue(places.map(\.address))
      }
      // What it did to proposals on a paragraph that it did not change stands in the first line.
      let told = story.events.indices.contains(index) ? story.events[index].identifier : nil
      decide(&objects[index], story) { index == 0 && !known.contains($0) || $0 == told }
    }
    for object in objects { try session.streams.output.write(JSONValue.object(object).text(.compact) + "\n") }
    return .done
  }
  try session.streams.output.write(session.written(story, negotiation, writer))
  return .done
}

extension Session {
  fileprivate func written(_ story: CommitStory, _ negotiation: Negotiation, _ writer: BracketWriter) -> String {
    let description = story.act
    let deed = description.deed
    let when = Timestamp(seconds: deed.time, offsetMinutes: deed.offsetMinutes)
    var output = bold(description.message.subject) + "\n"
    output += "Commit:     \(deed.commit)\n"
    output += "Date:       \(when.text)\n"
    output += "Author:     \(deed.author)\n"
    output += "Written by: \(story.act.writer)\n"
    if let revision = story.act.revision { output += "Revision:   rev/\(revision)\n" }
    if let reason = deed.reason { output += "Reason:     \(reason)\n" }
    if let meeting = deed.meeting { output += "Meeting:    \(meeting)\n" }
    let language = self.language ?? negotiation.settings.language
    if !story.took.isEmpty {
      output +=
        "Took:       "
        + story.took.map { "\($0.delegation.name(in: language)) \($0.commit.prefix(7))" }.joined(separator: ", ") + "\n"
    }
    if let undone = story.act.message.undoneText { output += "Undoes:     \(undone)\n" }
    if let undone = story.act.undone { output += "Undone:     \(stamp(undone, language))\n" }
    for event in story.events {
      output += "\n\(bold(event.place?.address ?? "@\(event.identifier)"))\n"
      let words = rendered(writer.spans(of: event.words, showsMoves: isStyled))
      for line in words.split(separator: "\n") { output += "    \(line)\n" }
      if let landing = event.landing { output += "    Placed: \(landing.phrase)\n" }
      if let formerPlace = event.formerPlace, event.landing == nil || formerPlace.address != event.place?.address {
        output += "    Before: \(formerPlace.address)\n"
      }
      if let now = story.addressesNow(of: event) { output += "    Now: \(now.joined(separator: " and "))\n" }
      if let status = event.statusAfter, status != event.statusBefore, status != .open {
        output += "    Status: \(status.word)" + (status.reason.map { " – \($0)" } ?? "") + "\n"
      }
      if let outcome = event.outcome { output += "    Outcome: \(outcome.phrase)\n" }
      let references = event.message.references(rewrittenIn: event.identifier)
      if !references.isEmpty { output += "    References rewritten: \(references.joined(separator: ", "))\n" }
      if let proposal = story.proposals[event.identifier] { output += written(proposal, language) }
    }
    if !story.following.isEmpty { output += "\n" + bold("Standing proposals") + "\n" }
    for followed in story.following {
      let change = followed.change
      let references =
        followed.rewritten.isEmpty ? "" : "; references rewritten: " + followed.rewritten.joined(separator: ", ")
      output +=
        "    \(followed.delegation.name(in: language)), \(change.address): \(change.outcome.phrase)\(references)\n"
    }
    return output
  }
}

/// One paragraph of a commit: the event as `log --json` has it, and what became of it.
private func json(_ event: ParagraphEvent, _ story: CommitStory, _ writer: BracketWriter) -> JSONObject {
  var object = json(event, writer)
  if let proposal = story.proposals[event.identifier] {
    object["state"] = .string(proposal.state.word)
    object["stateBy"] = deedJSON(proposal.state.deed)
    if case .adopted(_, let revision?) = proposal.state {
      object["stateRevision"] = .string("rev/" + revision)
    } else {
      object["stateRevision"] = .null
    }
    object["elsewhere"] = .array(
      proposal.elsewhere.map {
        ["paragraph": .string($0.address), "state": .string($0.state.word), "stateBy": deedJSON($0.state.deed)]
      })
    object["taken"] = deedJSON(proposal.taken)
    object["supporters"] = .array(proposal.supporters.map(deedJSON))
    object["amends"] =
      proposal.amends.map {
        ["country": .string($0.delegation.code.description), "commit": .string($0.commit)]
      } ?? .null
    object["amendedBy"] = .array(proposal.amendedBy.map(deedJSON))
  }
  return object
}

/// Adds what a decision did to proposals on some paragraphs.
private func decide(_ object: inout JSONObject, _ story: CommitStory, on isTold: (ParagraphIdentifier) -> Bool) {
  guard story.act.deed.delegation == nil else { return }
  object["meeting"] = JSONValue(story.act.deed.meeting)
  object["took"] = .array(
    story.took.map { ["country": .string($0.delegation.code.description), "commit": .string($0.commit)] })
  object["following"] = .array(
    story.following.filter { isTold($0.change.identifier) }.map {
      [
        "country": .string($0.delegation.code.description), "identifier": .string($0.change.identifier.description),
        "paragraph": .string($0.change.address), "outcome": .string($0.change.outcome.rawValue),
      ]
    })
  object["undone"] = deedJSON(story.act.undone)
}
