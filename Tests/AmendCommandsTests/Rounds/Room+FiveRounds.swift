import TestSupport
import Testing

extension Room {
  /// A room in which the negotiation of five rounds on the sample draft has come to its end, with nothing written down
  /// yet: 27 delegations, of which many proposed and eight went on; whatever a chair can decide; three revisions; clean
  /// numbers on main.
  ///
  /// `Repos/samples/five-rounds.sh` has its commands. Every run makes the same commits.
  ///
  /// - Parameter rounds: how many rounds are over.
  static func withFiveRounds(upTo rounds: Int = 5) throws -> Room {
    let room = try Room()
    var round = 0
    for step in try NegotiationScript.fiveRounds(at: room.folder("talks")).steps {
      if step.heading != nil { round += 1 }
      if round > rounds { break }
      let answer = room.amend(step.words, environment: ["AMEND_DATE": step.date])
      #expect(answer.status == (step.isRefused ? 1 : 0), "\(step.line)\n\(answer.written)")
    }
    room.forget()
    return room
  }
}
