internal import Commands
internal import Drafting
internal import JSON
internal import Negotiation
internal import TextForm

let adoptCommand = Command<Session>(
  "adopt", "Make a delegation's wording the text",
  discussion: """
    One commit of the chair's on main; it names the proposals it took, so that the history credits who wrote the words. \
    Every other standing proposal follows: the report says which are carried over, satisfied, or now in conflict.

    With --of given twice both wordings are taken, where their edits do not overlap. With --text the chair gives words of \
    its own.
    """,
  examples: [
    Example("amend adopt PP15 --of MEX", "Mexico's wording"),
    Example("amend adopt operative/3 --of MEX --of CHL --approve", "Both, and the paragraph is approved"),
    Example("amend adopt operative/4 --text 'To lower the speed limit …'", "A compromise"),
  ],
  rules: [.exactlyOne(of: "--of", "--text", "--file"), .atMostOne(of: "--text", "--file")],
  positional("paragraph", ParagraphAddress.self, "The paragraph", placeholder: "P"),
  repeated("--of", DelegationName.self, "The delegation whose wording is taken"),
  option("--text", String.self, "The chair's wording"),
  option("--file", FilePath.self, "The same, from a file; - for standard input"),
  flag("--approve", "Approve the paragraph in the same breath"),
  noteOptions
) { session, paragraph, names, text, file, approves, note in
  let negotiation = try session.negotiation()
  var wording = AdoptedWording.proposals(try names.map { try session.delegation($0, in: negotiation) })
  if let text { wording = .text(normalized(text)) }
  if let file { wording = .text(try session.text(of: file)) }
  try session.show(
    negotiation.adopt(wording, for: paragraph, approves: approves, note, act: session.act()),
    state: approves ? "APPROVED" : nil)
  return .done
}

let rejectCommand = Command<Session>(
  "reject", "Take a delegation's proposal off the table",
  discussion: """
    One commit of the chair's on main that names the proposal; the delegation's branch follows it. The history keeps the \
    words, 'amend undo' brings them back, and the delegation may propose again.
    """,
  examples: [Example("amend reject operative/6 --of BRA --reason 'Outside the mandate'", "One proposal")],
  positional("paragraph", ParagraphAddress.self, "The paragraph", placeholder: "P"),
  required("--of", DelegationName.self, "The delegation whose proposal it is"),
  noteOptions
) { session, paragraph, name, note in
  let negotiation = try session.negotiation()
  try session.show(
    negotiation.reject(
      paragraph, of: session.delegation(name, in: negotiation), note, act: session.act()))
  return .done
}

let placeCommand = Command<Session>(
  "place", "Move a paragraph in the chair's text",
  discussion: """
    One commit of the chair's on main. Proposals on the paragraph go with it. An order after the paragraph that nobody is \
    named for (PLACE THIS PARAGRAPH WITH PARAGRAPH 2 OF THE PREAMBLE) is carried out without --after, and goes. Where there \
    is none, and one place is all that delegations ask for, that is carried out; of several, --of says whose.
    """,
  examples: [
    Example("amend place operative/5 --after operative/2", "Move a paragraph"),
    Example("amend place 'operative/1 bis'", "Carry out the order that stands after it"),
    Example("amend place operative/5 --of VEN", "Where Venezuela would have it"),
  ],
  rules: [.atMostOne(of: "--after", "--of")],
  positional("paragraph", ParagraphAddress.self, "The paragraph", placeholder: "P"),
  option("--after", PlaceAfter.self, "The paragraph before its new place, or a section for its beginning"),
  option("--of", DelegationName.self, "The delegation whose order is carried out"),
  noteOptions
) { session, paragraph, after, name, note in
  let negotiation = try session.negotiation()
  try session.show(
    negotiation.place(
      paragraph, after: after?.anchor, of: name.map { try session.delegation($0, in: negotiation) }, note,
      act: session.act()))
  return .done
}

let undoCommand = Command<Session>(
  "undo", "Reverse the last decision",
  discussion: """
    One more commit of the chair's on main; nothing is rewritten. Proposals that the decision had satisfied or rejected \
    stand again, unless their delegation has changed them meanwhile. The tag of a revision gets another name. Given again, it \
    reverses the decision before.
    """,
  examples: [Example("amend undo --reason 'Adopted by mistake'", "The last decision")],
  noteOptions
) { session, note in
  let negotiation = try session.negotiation()
  try session.show(negotiation.undo(note, act: session.act()))
  return .done
}

let rebaseCommand = Command<Session>(
  "rebase", "Bring a delegation's branch up to the chair's text",
  discussion: """
    Decisions do it by themselves. By hand it is for a branch that came from elsewhere, or that moved while a decision \
    was made. Doing it twice changes nothing.
    """,
  examples: [Example("amend rebase --country VEN", "Venezuela's branch"), Example("amend rebase", "Every branch")],
  statuses: [StatusMeaning(.no, "A branch could not follow.")],
  option("--country", DelegationName.self, "The delegation; all where it is left out")
) { session, name in
  let negotiation = try session.negotiation()
  let delegation = try name.map { try session.delegation($0, in: negotiation) }
  let reports = try negotiation.followMain(session.act(), only: delegation?.code)
  if let delegation, reports.isEmpty {
    throw NegotiationError(.notFound, "\(delegation.names[0]) has no branch", hint: "It has proposed nothing yet.")
  }
  if session.isJSON {
    for report in reports { try session.streams.output.write(session.json(report).text(.compact) + "\n") }
  } else {
    let behind = reports.filter { $0.state == .followed }
    var output = session.written(reports)
    if !behind.isEmpty {
      let names = behind.map(\.delegation.names[0]).joined(separator: ", ")
      output += "\(names) now \(behind.count == 1 ? "stands" : "stand") on the chair's text.\n"
    } else if output.isEmpty {
      output = "Every branch stands on the chair's text already.\n"
    }
    try session.streams.output.write(output)
  }
  let isDone = reports.allSatisfy { $0.state == .followed || $0.state == .upToDate }
  return isDone ? .done : .no
}
