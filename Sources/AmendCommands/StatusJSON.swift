internal import Drafting
internal import Git
internal import JSON
internal import Negotiation

/// The schema `amend-status-4` that the README describes.
///
/// - Parameter title: the lines of the title block.
func json(
  _ status: NegotiationStatus, _ title: [String], _ only: DelegationCode?, _ now: Timestamp
) -> JSONValue {
  [
    "schema": "amend-status-4", "title": JSONValue(title),
    "paragraphs": .integer(status.paragraphs), "approved": .integer(status.approved),
    "agreedAdReferendum": .integer(status.agreedAdReferendum), "pending": .integer(status.pending),
    "disputed": .integer(status.disputed), "open": .integer(status.undisputed),
    "onlyProposed": .integer(status.proposed), "brackets": .integer(status.brackets),
    "bracketed": .integer(status.bracketed), "bracketedHeadings": .integer(status.bracketedHeadings),
    "waiting": .array(
      status.open.map {
        [
          "paragraph": .string($0.place.address), "identifier": .string($0.place.entry.identifier.description),
          "status": .string($0.standing), "reason": JSONValue($0.status.reason), "brackets": .integer($0.brackets),
          "moved": .bool($0.isMoved), "positions": .integer($0.positions),
          "countries": JSONValue($0.delegations.map(\.description)),
          "waitsOn": JSONValue($0.waitsOn.map(\.description)),
        ]
      }),
    "approvedParagraphs": JSONValue(status.approvedPlaces.map(\.address)),
    "agreedParagraphs": JSONValue(status.agreedPlaces.map(\.address)),
    "openParagraphs": JSONValue(status.undisputedPlaces.map(\.address)),
    "positions": .array(
      status.positions.filter { only == nil || $0.standing.delegation.code == only }.map {
        [
          "paragraph": .string($0.place.address), "identifier": .string($0.place.entry.identifier.description),
          "country": .string($0.standing.delegation.code.description),
          "position": .string($0.standing.position.kind.rawValue), "reason": JSONValue($0.standing.position.reason),
        ]
      }),
    "undecided": .array(
      status.undecided.filter { only == nil || $0.delegation.code == only }.map {
        [
          "paragraph": .string($0.place.address), "identifier": .string($0.place.entry.identifier.description),
          "country": .string($0.delegation.code.description), "commit": .string($0.deed.commit.description),
          "date": .string(Timestamp(seconds: $0.deed.time, offsetMinutes: $0.deed.offsetMinutes).internetText),
          "since": .string(Timestamp(seconds: $0.first.time, offsetMinutes: $0.first.offsetMinutes).internetText),
          "days": .integer(ageInDays($0.first, now)),
        ]
      }),
    "delegations": .array(
      status.delegations.filter { only == nil || $0.delegation.code == only }.map {
        [
          "country": .string($0.delegation.code.description), "label": .string($0.delegation.label),
          "standing": JSONValue($0.standing.map(\.address)), "acts": .integer($0.acts),
          "proposed": .integer($0.proposed), "supported": .integer($0.supported),
          "withdrawn": .integer($0.withdrawn), "reserved": .integer($0.reserved), "opposed": .integer($0.opposed),
          "adopted": .integer($0.adopted), "rejected": .integer($0.rejected),
          "lastActed": .string(
            Timestamp(seconds: $0.lastActed.time, offsetMinutes: $0.lastActed.offsetMinutes).internetText),
        ]
      }),
  ]
}
