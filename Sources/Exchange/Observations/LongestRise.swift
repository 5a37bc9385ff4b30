/// The heaviest part of a sequence that rises.
enum LongestRise {
  /// The places of the elements of one such part, in order; of several, one that ends with the smallest elements.
  ///
  /// - Parameters:
  ///   - values: all different.
  ///   - isLight: for each element whether it yields to any that is not light, however many light ones there are.
  /// - Cost: n log n.
  static func indices(of values: [Int], isLight: [Bool]) -> [Int] {
    var ranks = [Int](repeating: 0, count: values.count)
    for (rank, index) in values.indices.sorted(by: { values[$0] < values[$1] }).enumerated() { ranks[index] = rank }
    var weights = [Int](repeating: 0, count: values.count)
    var previous = [Int?](repeating: nil, count: values.count)
    // The best part that ends with one of the smallest values: node n stands for those below n that share its lowest bit.
    var best = [Int?](repeating: nil, count: values.count + 1)
    func better(_ one: Int?, _ other: Int?) -> Int? {
      guard let one, let other else { return one ?? other }
      return (weights[one], ranks[other]) < (weights[other], ranks[one]) ? other : one
    }
    func heaviest(below rank: Int) -> Int? {
      var (node, found) = (rank, Int?.none)
      while node > 0 {
        found = better(found, best[node])
        node &= node - 1
      }
      return found
    }
    for index in values.indices {
      previous[index] = heaviest(below: ranks[index])
      weights[index] = (previous[index].map { weights[$0] } ?? 0) + (isLight[index] ? 1 : values.count + 1)
      var node = ranks[index] + 1
      while node <= values.count {
        best[node] = better(best[node], index)
        node += node & -node
      }
    }
    var found: [Int] = []
    var next = heaviest(below: values.count)
    while let index = next {
      found.append(index)
      next = previous[index]
    }
    return found.reversed()
  }
}
