/// The places of some party numbers in the order of the numbers; equal ones as they stand.
///
/// - Parameter limit: above every number.
/// - Cost: linear, but for a few numbers far below the limit, which are sorted.
func orderByParty(_ parties: [Int32], below limit: Int) -> [Int32] {
  if limit > 8 * parties.count {
    return parties.indices.map { Int32(truncatingIfNeeded: $0) }.sorted {
      (parties[Int($0)], $0) < (parties[Int($1)], $1)
    }
  }
  var starts = Array(repeating: Int32(0), count: limit + 1)
  for party in parties { starts[Int(party) + 1] += 1 }
  for party in 0..<limit { starts[party + 1] += starts[party] }
  var order = Array(repeating: Int32(0), count: parties.count)
  for place in parties.indices {
    let party = Int(parties[place])
    order[Int(starts[party])] = Int32(truncatingIfNeeded: place)
    starts[party] += 1
  }
  return order
}
