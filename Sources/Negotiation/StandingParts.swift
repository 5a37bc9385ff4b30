internal import Drafting
internal import Git

extension Negotiation {
  /// Where proposals of a record stand on paragraphs that were cut or joined: for the commit of each, those paragraphs as
  /// they are printed now.
  ///
  /// - Cost: nothing where none was cut or joined; else that of finding where each such proposal was made.
  func partsThatStand(of record: [RecordedAct]) throws -> [ObjectID: [String]] {
    let restructured = RecordSummary(record).restructured
    if restructured.isEmpty { return [:] }
    let places = try main.order().places.filter { restructured.contains($0.entry.identifier) }
    var found: [ObjectID: [String]] = [:]
    for change in try allStandingChanges() {
      for place in places {
        for commit in try proposalOrigins(of: place.entry.identifier, in: change) {
          found[commit, default: []].append(place.address)
        }
      }
    }
    return found
  }
}
