extension Alignment {
  /// Aligns a window too large for the dynamic programme: the shortest edit script (Myers 1986), a stretch at a time.
  ///
  /// After ``reach`` differences the path that came furthest is kept and the walk begins anew from its end, so the
  /// cost is the length times ``reach`` whatever the texts are.
  mutating func walk(_ a: Range<Int>, _ b: Range<Int>) {
    var (i, j) = (a.lowerBound, b.lowerBound)
    while i < a.upperBound, j < b.upperBound {
      (i, j) = stretch(i..<a.upperBound, j..<b.upperBound)
    }
  }

  private static var reach: Int { 48 }

  /// Keeps the words of one stretch and returns where it ends; always further than where it began.
  private mutating func stretch(_ a: Range<Int>, _ b: Range<Int>) -> (Int, Int) {
    let (n, m) = (a.count, b.count)
    let limit = Alignment.reach
    var furthest = Array(repeating: 0, count: 2 * limit + 3)
    var history: [[Int]] = []
    var end = (difference: 0, diagonal: 0, sum: -1)
    search: for difference in 0...limit {
      for diagonal in stride(from: -difference, through: difference, by: 2) {
        let slot = diagonal + limit + 1
        var x = 0
        if difference > 0 {
          let isDown = diagonal == -difference || (diagonal != difference && furthest[slot - 1] < furthest[slot + 1])
          x = isDown ? furthest[slot + 1] : furthest[slot - 1] + 1
        }
        if x > n || x - diagonal > m || x - diagonal < 0 {
          furthest[slot] = x
          continue
        }
        while x < n, x - diagonal < m, base[a.lowerBound + x] == version[b.lowerBound + x - diagonal] { x += 1 }
        furthest[slot] = x
        if 2 * x - diagonal > end.sum { end = (difference, diagonal, 2 * x - diagonal) }
        if x == n, x - diagonal == m { break search }
      }
      history.append(furthest)
    }
    if history.count <= end.difference { history.append(furthest) }
    return keepPath(to: end.difference, end.diagonal, history, a.lowerBound, b.lowerBound)
  }

  private mutating func keepPath(
    to difference: Int, _ diagonal: Int, _ history: [[Int]], _ i: Int, _ j: Int
  ) -> (Int, Int) {
    let centre = Alignment.reach + 1
    var diagonal = diagonal
    var x = history[difference][diagonal + centre]
    let end = (i + x, j + x - diagonal)
    var path: [(base: Int, version: Int)] = []
    for step in stride(from: difference, through: 0, by: -1) {
      var (start, before) = (0, diagonal)
      if step > 0 {
        let row = history[step - 1]
        let slot = diagonal + centre
        let isDown = diagonal == -step || (diagonal != step && row[slot - 1] < row[slot + 1])
        before = isDown ? diagonal + 1 : diagonal - 1
        start = isDown ? row[slot + 1] : row[slot - 1] + 1
        while x > start {
          x -= 1
          path.append((i + x, j + x - diagonal))
        }
        x = row[before + centre]
      } else {
        while x > 0 {
          x -= 1
          path.append((i + x, j + x - diagonal))
        }
      }
      diagonal = before
    }
    for pair in path.reversed() { keep(pair.base, pair.version) }
    return end
  }
}
