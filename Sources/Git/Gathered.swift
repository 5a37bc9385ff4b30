/// The objects written while a pack is open.
struct Gathered {
  /// In the order in which they were first written.
  private(set) var ids: [ObjectID] = []

  /// The path at which an object stands: what the pack's writer goes by to find objects that resemble each other.
  private(set) var paths: [ObjectID: String] = [:]

  private var seen: Set<ObjectID> = []

  mutating func note(_ id: ObjectID) {
    if seen.insert(id).inserted { ids.append(id) }
  }

  mutating func note(_ path: String, of id: ObjectID) {
    paths[id] = path
  }
}
