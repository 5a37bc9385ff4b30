internal import Commands
internal import Drafting
internal import Git
internal import JSON
internal import Merging
internal import Negotiation
internal import TextForm

/// `--reason` and `--meeting`, which every decision takes.
let noteOptions = group(
  option("--reason", String.self, "Why"),
  option("--meeting", String.self, "Where it was decided: 'informal meeting, 24 February 2009'")
) { reason, meeting in
  DecisionNote(reason: reason.flatMap(lineIfAny), meeting: meeting.flatMap(lineIfAny))
}

/// Words of a command line that stand on one line in the record.
func oneLine(_ text: String) -> String {
  Paragraph.canonical(normalized(text)).split(whereSeparator: \.isNewline).joined(separator: " ")
}

/// The same; `nil` where there are none.
func lineIfAny(_ text: String) -> String? {
  let line = oneLine(text)
  return line.isEmpty ? nil : line
}

/// A document's symbol; one without any character is refused.
func symbolLine(_ text: String) throws -> String {
  let line = oneLine(text)
  guard !line.isEmpty else {
    throw CommandError(
      .invalidValue, "The symbol is empty.", hint: "Give the one that is printed: --symbol 'CP/CSH-1048/09 rev. 2'.")
  }
  return line
}

extension Session {
  /// Prints a decision, and what became of the standing proposals.
  ///
  /// - Parameter state: what the paragraphs are now, for programs: `APPROVED`; `nil` where that is not the point.
  func show(_ outcome: DecisionOutcome, state: String? = nil) throws {
    if isJSON {
      let object: JSONValue = [
        "paragraphs": JSONValue(outcome.places.map(\.address)),
        "identifiers": JSONValue(outcome.places.map(\.entry.identifier.description)), "status": JSONValue(state),
        "decision": .string(outcome.subject), "commit": .string(outcome.commit.description),
        "following": .array(outcome.reports.map { json($0) }),
        "amenders": JSONValue(outcome.amenders.map(\.delegation.code.description)),
      ]
      try streams.output.write(object.text(.compact) + "\n")
    } else {
      try streams.output.write("\(outcome.subject) (commit \(outcome.commit.short)).\n" + written(outcome.reports))
      for amender in outcome.amenders {
        try streams.output.write(
          written(amender)
            + "; 'amend reject \(amender.place.address) --of \(amender.delegation.code)' rejects that too\n")
      }
    }
    for text in outcome.remarks { try remark(text) }
  }

  /// `  Chile, operative/2: amended it, and now stands alone with all its words`.
  func written(_ amender: Amender) -> String {
    let start = "  \(amender.delegation.names[0]), \(amender.place.address): "
    let what =
      amender.isDirect
      ? "amended it, and now stands alone with all of those words" : "amended an amendment of it"
    return start + what
      + (amender.isFollowing
        ? ", as they were when it wrote its own, without what was changed since" : "")
  }

  /// The report on the branches that follow, for people: a line for each proposal that the decision touched.
  func written(_ reports: [FollowingReport]) -> String {
    var output = ""
    for report in reports {
      for change in report.changes where change.isTold {
        output += "  \(report.delegation.names[0]), \(change.address): \(change.phrase)\n"
        for conflict in change.conflicts {
          output += "    wanted: \(shown(conflict.wanted))\n    now:    \(shown(conflict.now))\n"
        }
      }
      switch report.state {
      case .upToDate, .followed: break
      case .movedMeanwhile:
        output += "  \(report.delegation.names[0]): its branch has moved meanwhile; it follows with the next act\n"
      case .failed(let reason): output += "  \(report.delegation.names[0]): its branch could not follow: \(reason)\n"
      }
    }
    return output
  }

  private func shown(_ words: String) -> String {
    words.isEmpty ? "–" : words.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// One delegation's report in the schema that the README describes.
  func json(_ report: FollowingReport) -> JSONValue {
    var state = "failed"
    var reason: String?
    switch report.state {
    case .upToDate: state = "up to date"
    case .followed: state = "followed"
    case .movedMeanwhile: state = "moved meanwhile"
    case .failed(let message): reason = message
    }
    return [
      "country": .string(report.delegation.code.description), "state": .string(state), "reason": JSONValue(reason),
      "untouched": report.untouched.map { .integer($0) } ?? .null,
      "proposals": .array(
        report.changes.map { change in
          [
            "paragraph": .string(change.address), "formerParagraph": JSONValue(change.formerAddress),
            "standsAfter": JSONValue(change.standsAfter?.address),
            "identifier": .string(change.identifier.description), "outcome": .string(change.outcome.rawValue),
            "conflicts": .array(
              change.conflicts.map {
                ["was": .string($0.was), "wanted": .string($0.wanted), "now": .string($0.now)]
              }),
            "references": .array(change.references.map { referenceJSON($0, isFixed: true) }),
          ]
        }),
    ]
  }
}
