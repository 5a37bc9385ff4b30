/// The longest part of a sequence that rises.
enum LongestRise {
  /// The places of the elements of one such part, in order; of several, one that ends with the smallest elements.
  ///
  /// - Cost: n log n.
  static func indices(of values: [Int]) -> [Int] {
    var ends: [Int] = []
    var previous = [Int?](repeating: nil, count: values.count)
    for index in values.indices {
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = (low + high) / 2
        if values[ends[middle]] < values[index] { low = middle + 1 } else { high = middle }
      }
      previous[index] = low > 0 ? ends[low - 1] : nil
      if low == ends.count { ends.append(index) } else { ends[low] = index }
    }
    var found: [Int] = []
    var next = ends.last
    while let index = next {
      found.append(index)
      next = previous[index]
    }
    return found.reversed()
  }
}
