internal import Drafting
internal import Git
internal import Negotiation

extension Session {
  /// Delegations with their codes and labels, a line each.
  func list(of delegations: [Delegation]) -> String {
    delegations.map { delegation in
      padded(delegation.code.description, 15) + padded(delegation.label, 20)
        + delegation.name(in: language ?? .english) + "\n"
    }.joined()
  }

  /// Where a negotiation stands, as people read it.
  ///
  /// - Parameters:
  ///   - only: the one delegation that it is told about, with the paragraphs that it wants changed.
  ///   - now: what ages are counted to.
  func written(
    _ status: NegotiationStatus, _ only: DelegationCode?, _ negotiation: Negotiation, _ now: Timestamp
  ) -> String {
    var output = ""
    if only == nil {
      let settings = negotiation.settings
      for line in settings.titleBlock {
        output += bold(settings.footnotes.reduce(line) { $0.split(separator: $1.mark).joined() }) + "\n"
      }
      if !settings.titleBlock.isEmpty { output += "\n" }
      output += "\(counted(status.paragraphs, "paragraph")): \(status.approved) approved"
      if status.agreedAdReferendum > 0 { output += ", \(status.agreedAdReferendum) agreed ad referendum" }
      output += ", \(status.pending) pending, \(status.disputed) disputed, \(status.undisputed) open\n"
      if status.proposed > 0 { output += "\(status.proposed) of them only proposed\n" }
      output += counted(status.brackets, "bracket")
      let places = [(status.bracketed, "paragraph"), (status.bracketedHeadings, "heading")].filter { $0.0 > 0 }
      if !places.isEmpty { output += " in " + places.map { counted($0.0, $0.1) }.joined(separator: " and ") }
      output += "\n"
      if !status.open.isEmpty { output += "\n" + bold("Waiting") + "\n" }
      for paragraph in status.open {
        let places =
          paragraph.brackets > 0
          ? counted(paragraph.brackets, "bracket")
          : paragraph.isMoved ? "a move" : paragraph.positions > 0 ? counted(paragraph.positions, "position") : ""
        let codes = paragraph.waitsOn.map(\.description).joined(separator: " ")
        let reason = paragraph.status.reason.map { "  – \($0)" } ?? ""
        output +=
          "  " + padded(paragraph.place.address, 18) + padded(paragraph.standing, 22) + padded(places, 13) + codes
          + reason + "\n"
      }
      let agreed = [("approved", status.approvedPlaces), ("ad referendum", status.agreedPlaces)]
        .filter { !$0.1.isEmpty }
      if !agreed.isEmpty { output += "\n" + bold("Agreed") + "\n" }
      for (word, places) in agreed { output += "  " + padded(word, 18) + runs(places) + "\n" }
      if !status.undisputedPlaces.isEmpty {
        output += "\n" + bold("Open") + "\n  " + padded("nothing proposed", 18) + runs(status.undisputedPlaces) + "\n"
      }
      if !status.positions.isEmpty { output += "\n" + bold("Positions") + "\n" }
      for position in status.positions { output += "  " + line(position) + "\n" }
      output += undecided(status.undecided, now)
      if !status.delegations.isEmpty { output += "\n" + bold("Delegations") + "\n" }
    }
    for activity in status.delegations where only == nil || activity.delegation.code == only {
      let when = Timestamp(seconds: activity.lastActed.time, offsetMinutes: activity.lastActed.offsetMinutes).text
      output += "  " + padded(activity.delegation.name(in: language ?? negotiation.settings.language), 24)
      output += padded(counted(status.proposals(of: activity), "proposal"), 16) + "last acted \(when)"
      output += activity.summary.isEmpty ? "\n" : "  \(activity.summary)\n"
      if only != nil {
        for position in status.positions where position.standing.delegation.code == only {
          output += "    " + line(position) + "\n"
        }
        for place in activity.standing {
          let proposals = status.undecided(of: activity.delegation, at: place)
          if proposals.isEmpty { output += "    \(place.address)\n" }
          for proposal in proposals {
            output += "    " + padded(place.address, 18) + "\(age(proposal, now)), \(proposal.deed.commit.short)\n"
          }
        }
      }
    }
    return output
  }

  /// The standing proposals, a line a paragraph: who has one, for how many days, and when it was last changed.
  private func undecided(_ proposals: [NegotiationStatus.UndecidedProposal], _ now: Timestamp) -> String {
    guard let oldest = proposals.map({ ageInDays($0.first, now) }).max() else { return "" }
    var output = "\n" + bold("Undecided") + "\n"
    output += "  \(counted(proposals.count, "proposal")), the oldest for \(counted(oldest, "day"))\n"
    var index = 0
    while index < proposals.count {
      let place = proposals[index].place
      let here = proposals[index...].prefix { $0.place.entry.identifier == place.entry.identifier }
      output +=
        "  " + padded(place.address, 18)
        + here.map { "\($0.delegation.code) \(age($0, now))" }.joined(separator: ", ") + "\n"
      index += here.count
    }
    return output
  }
}

/// A delegation's position on a paragraph: `operative/3  VEN reserves its position  – Consultations`.
private func line(_ taken: NegotiationStatus.PositionTaken) -> String {
  let position = taken.standing.position
  let verb = position.kind == .reserve ? "reserves its position" : "opposes it"
  return padded(taken.place.address, 18) + "\(taken.standing.delegation.code) \(verb)"
    + (position.reason.map { "  – \($0)" } ?? "")
}

/// How long a proposal stands, and how long ago it was last changed where that is another day: `9 days (changed 2 days ago)`.
private func age(_ proposal: NegotiationStatus.UndecidedProposal, _ now: Timestamp) -> String {
  let (days, changed) = (ageInDays(proposal.first, now), ageInDays(proposal.deed, now))
  return counted(days, "day") + (changed == days ? "" : " (changed \(counted(changed, "day")) ago)")
}

/// How many whole days ago something was done.
func ageInDays(_ deed: Deed, _ now: Timestamp) -> Int { max(0, now.seconds - deed.time) / 86400 }

/// Paragraphs section by section, with numbers that follow one another drawn together: `preamble/1–3, 5; operative/2`.
private func runs(_ places: [DraftOrder.Place]) -> String {
  var output = ""
  var (section, first, last): (SectionName?, ParagraphNumber?, ParagraphNumber?) = (nil, nil, nil)
  func close() {
    guard let first, let last, first != last else { return }
    output += (last.value == first.value + 1 ? ", " : "–") + last.description
  }
  for place in places {
    guard let number = place.entry.number else { continue }
    if place.section == section, let previous = last, number == ParagraphNumber(previous.value + 1),
      previous == ParagraphNumber(previous.value)
    {
      last = number
      continue
    }
    close()
    output += place.section != section ? (output.isEmpty ? "" : "; ") + "\(place.section)/\(number)" : ", \(number)"
    (section, first, last) = (place.section, number, number)
  }
  close()
  return output
}

extension NegotiationStatus {
  /// A delegation's standing proposals on a paragraph.
  fileprivate func undecided(of delegation: Delegation, at place: DraftOrder.Place) -> [UndecidedProposal] {
    undecided.filter { $0.delegation.code == delegation.code && $0.place.entry.identifier == place.entry.identifier }
  }

  /// How many proposals of a delegation stand.
  fileprivate func proposals(of activity: DelegationActivity) -> Int {
    activity.standing.reduce(0) { $0 + max(1, undecided(of: activity.delegation, at: $1).count) }
  }
}

extension NegotiationStatus.OpenParagraph {
  /// How it stands, in a word: one without a decision is in dispute, as it waits.
  var standing: String { status == .open ? "disputed" : status.word }
}

extension NegotiationStatus.DelegationActivity {
  /// What it did so far: `proposed 3, supported 1; adopted 2`.
  fileprivate var summary: String {
    func list(_ parts: [(String, Int)]) -> String {
      parts.filter { $0.1 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    }
    let own = list([
      ("proposed", proposed), ("supported", supported), ("withdrew", withdrawn), ("reserved", reserved),
      ("opposed", opposed),
    ])
    let chairs = list([("adopted", adopted), ("rejected", rejected)])
    return [own, chairs].filter { !$0.isEmpty }.joined(separator: "; ")
  }
}

private func padded(_ text: String, _ width: Int) -> String {
  text + String(repeating: " ", count: max(1, width - text.count))
}
