internal import Drafting

/// The order in which the sender reads the draft while its moves are carried out one after another.
///
/// What the sender proposes to delete keeps its place, since an order may name it, but nothing reads it.
struct StandingOrder {
  private var previous: [Observation.Anchor: Observation.Anchor] = [:]
  private var next: [Observation.Anchor: Observation.Anchor] = [:]
  private var hidden: Set<Observation.Anchor> = []
  private var sections: [SectionName] = []

  /// - Cost: linear.
  init(_ draft: [ObservationComparison.Paragraph]) {
    var last: [SectionName: Observation.Anchor] = [:]
    for paragraph in draft {
      let anchor = Observation.Anchor.paragraph(paragraph.identifier)
      if last[paragraph.section] == nil { sections.append(paragraph.section) }
      insert(anchor, after: last[paragraph.section] ?? .beginning(of: paragraph.section))
      if paragraph.present.isEmpty { hidden.insert(anchor) }
      last[paragraph.section] = anchor
    }
  }

  /// Every place, section after section.
  ///
  /// - Cost: linear.
  var places: [Observation.Anchor] {
    var places: [Observation.Anchor] = []
    for section in sections {
      var place = next[.beginning(of: section)]
      while let found = place {
        places.append(found)
        place = next[found]
      }
    }
    return places
  }

  /// What stands right before something, read or not.
  func predecessor(of place: Observation.Anchor) -> Observation.Anchor? { previous[place] }

  /// What is read right before something.
  func readPredecessor(of place: Observation.Anchor) -> Observation.Anchor? {
    var found = previous[place]
    while let place = found, hidden.contains(place) { found = previous[place] }
    return found
  }

  /// The place behind something, named by what is read: what the sender deletes already is no place any more.
  func readPlace(behind place: Observation.Anchor) -> Observation.Anchor? {
    hidden.contains(place) ? readPredecessor(of: place) : place
  }

  mutating func insert(_ place: Observation.Anchor, after anchor: Observation.Anchor) {
    let follower = next[anchor]
    (previous[place], next[place], next[anchor]) = (anchor, follower, place)
    if let follower { previous[follower] = place }
  }

  /// Takes something from where it stands to right after something else.
  mutating func move(_ place: Observation.Anchor, after anchor: Observation.Anchor) {
    guard place != anchor else { return }
    let (before, follower) = (previous[place], next[place])
    if let before { next[before] = follower }
    if let follower { previous[follower] = before }
    insert(place, after: anchor)
  }
}
