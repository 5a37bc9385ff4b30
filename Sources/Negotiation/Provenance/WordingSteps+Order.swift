internal import Drafting
internal import Git

extension WordingSteps {
  /// Steps one after the other, each behind what it comes out of: the steps of one line (main, or a delegation's branch)
  /// stand as its commits follow each other, a commit stands behind its parents, an adoption behind the proposals that it
  /// names, an undoing behind the decision, an amendment behind what it amends, a support behind
  /// the words that it takes. Only what none of this tells apart goes by
  /// the clock, which may be wrong, or the same for all.
  ///
  /// - Cost: follows the number of steps; where the clock leaves it open whether a branch had seen a decision, the commits
  ///   between both are walked.
  static func inOrder(_ steps: [WordingStep], in repository: Repository) throws -> [WordingStep] {
    var ordering = StepOrdering(steps, repository)
    return try ordering.ordered()
  }
}

private struct StepOrdering {
  private struct Group {
    var steps: [WordingStep]
    /// The commits among the others that it comes out of.
    var origins: Set<Int> = []
    /// The time of its commit, or of the latest before it on its line.
    var time: Int
    var first: WordingStep { steps[0] }
  }

  private let repository: Repository
  private var groups: [Group] = []
  private var lines: [[Int]] = []
  private var isTaken: Set<Int> = []

  /// Whether a branch's commit had seen a decision.
  private var known: [[Int]: Bool] = [:]

  init(_ steps: [WordingStep], _ repository: Repository) {
    self.repository = repository
    var places: [ObjectID: Int] = [:]
    for step in steps {
      if let place = places[step.event.commit] {
        groups[place].steps.append(step)
      } else {
        places[step.event.commit] = groups.count
        groups.append(Group(steps: [step], time: step.event.time))
      }
    }
    let names = groups.map(\.first.event.commit.hex)
    for index in groups.indices {
      let step = groups[index].first
      var origins = Set(step.event.parents.compactMap { places[$0] })
      let named = step.message.values(.undoes) + groups[index].steps.compactMap(\.amended?.commit)
      origins.formUnion(named.compactMap { ObjectID($0) }.compactMap { places[$0] })
      for name in step.message.values(.adopted).compactMap({ $0.split(separator: " ").last }) {
        if let place = names.firstIndex(where: { $0.hasPrefix(name) }) { origins.insert(place) }
      }
      groups[index].origins = origins.subtracting([index])
    }
    let byLine = Dictionary(grouping: groups.indices, by: { groups[$0].first.branch })
    for (_, line) in byLine.sorted(by: { ($0.key?.description ?? "") < ($1.key?.description ?? "") }) {
      let line = line.sorted {
        (groups[$0].first.event.generation, $0) < (groups[$1].first.event.generation, $1)
      }
      for (before, next) in zip(line, line.dropFirst()) {
        groups[next].time = max(groups[next].time, groups[before].time)
      }
      lines.append(line.reversed())
    }
    placeSupports()
  }

  /// A support stands behind the proposal that it takes, and within one second before whatever else its proposer did.
  private mutating func placeSupports() {
    let events = groups.flatMap { $0.steps.map(\.event) }
    for index in groups.indices {
      guard let taken = groups[index].first.event.supported(among: events),
        let place = groups.firstIndex(where: { $0.first.event.commit == taken.commit })
      else { continue }
      groups[index].origins.insert(place)
      guard let line = lines.first(where: { $0.contains(place) }), let own = line.firstIndex(of: place), own > 0 else {
        continue
      }
      let next = line[own - 1]
      let moment = taken.time
      if groups[index].first.event.time == moment, groups[next].first.event.time == moment {
        groups[next].origins.insert(index)
      }
    }
  }

  /// The lines merged, their next commits always the earliest that all they come out of stands before.
  mutating func ordered() throws -> [WordingStep] {
    var result: [WordingStep] = []
    while true {
      let heads = lines.indices.filter { !lines[$0].isEmpty }.sorted { isBefore(lines[$0].last, lines[$1].last) }
      guard let earliest = heads.first else { return result }
      let main = heads.compactMap { lines[$0].last }.first { groups[$0].first.branch == nil }
      let next = try heads.first { try isFree(lines[$0].last, main) } ?? earliest
      let group = lines[next].removeLast()
      isTaken.insert(group)
      result += groups[group].steps
    }
  }

  private func isBefore(_ first: Int?, _ second: Int?) -> Bool {
    guard let first, let second else { return false }
    // Within a second, what a branch did without having seen a decision stands before it.
    func key(_ index: Int) -> (Int, Int, Int, String) {
      let step = groups[index].first
      return (
        groups[index].time, step.branch == nil ? 1 : 0, step.event.on == nil ? 0 : 1, step.branch?.description ?? ""
      )
    }
    return key(first) < key(second)
  }

  /// Whether nothing that a commit comes out of is still to come; of main that is its next commit, if any.
  private mutating func isFree(_ group: Int?, _ main: Int?) throws -> Bool {
    guard let group else { return false }
    guard groups[group].origins.isSubset(of: isTaken) else { return false }
    guard let main, groups[group].first.branch != nil else { return true }
    let (own, decision) = (groups[group].first.event, groups[main].first.event)
    guard decision.generation < own.generation, groups[main].time >= groups[group].time else { return true }
    // What comes later by a clock that nothing contradicts has not been seen.
    guard decision.time <= own.time || decision.parents.isEmpty else { return true }
    if let known = known[[main, group]] { return !known }
    let hasSeen = try repository.isAncestor(decision.commit, of: own.commit)
    known[[main, group]] = hasSeen
    return !hasSeen
  }
}
