/// The dynamic programme of one window, by its equal words alone (after Hunt and Szymanski 1977, with the tolls of Gotoh
/// 1982), kept from one window to the next so that its memory is used again.
///
/// Let `sum` be the best that ends with an equal word kept: its weight and the greater of the `sum` diagonally before it
/// and the best `sum - toll` among those before it in both texts. For the latter one row is enough: the best up to each
/// column, of which a new row of the table changes only what lies beyond its first equal word and rises.
///
/// Of equal sums the one counts that ends first in the version, then the one that ends first in the base.
///
/// - Cost: for each row its equal words and the columns at which the best rises; mostly one of each.
struct Table {
  /// For each column, the next one with the same word; zero for none.
  var next: [Int32] = []

  /// The kept words of the best path, run by run, the last first, after ``trace()``; counted from 0.
  var path: [Alignment.Kept] = []

  private struct Cell {
    let row: Int32
    let column: Int32
  }

  /// An equal word, and the one that is kept before it.
  private struct Equal {
    let row: Int32
    let column: Int32
    let sum: Int32
    let before: Int32
  }

  /// A sum less the toll, and the place in ``equals`` that it ends with, in one number: the greater is the better, by
  /// the order above. A window has fewer than 2^18 columns, equal words and weights (``Alignment/cut(_:_:depth:)``).
  private struct Best {
    private let bits: Int64

    init(_ sum: Int32, _ column: Int32, _ equal: Int) {
      bits = Int64(sum) << 36 | Int64(0x3FFFF - column) << 18 | Int64(0x3FFFF - equal)
    }

    var sum: Int32 { Int32(truncatingIfNeeded: bits >> 36) }
    var equal: Int { Int(0x3FFFF - bits & 0x3FFFF) }

    static func < (a: Best, b: Best) -> Bool { a.bits < b.bits }
  }

  /// The first of ``equalCount`` count.
  private var equals: [Equal] = []
  private var equalCount = 0

  /// The best up to each column; beyond ``filled`` as in the last one that is filled.
  private var best: [Best] = []
  private var filled = 0
  private var last = Cell(row: 0, column: 0)

  /// Fills the table of two windows.
  ///
  /// - Parameters:
  ///   - equals: how many pairs of equal words there are.
  ///   - occurrences: in which the version's window is chained, by ``next``.
  mutating func fill(
    _ rows: Range<Int>, of base: [Int32], _ columns: Int, _ equals: Int, _ traits: [WordTraits],
    _ occurrences: Occurrences
  ) {
    // Nothing is lost before the first word.
    let nothing = Best(-Alignment.toll, 0, 0)
    if best.count <= columns { best = Array(repeating: nothing, count: columns + 1) }
    if self.equals.count <= equals {
      let none = Equal(row: 0, column: 0, sum: 0, before: 0)
      self.equals = Array(repeating: none, count: max(equals + 1, 2 * self.equals.count, 128))
    }
    best[0] = nothing
    (filled, equalCount) = (1, 1)
    last = Cell(row: Int32(truncatingIfNeeded: rows.count), column: Int32(truncatingIfNeeded: columns))
    Table.fill(base.span.extracting(rows), traits, occurrences, next, &best, &filled, &self.equals, &equalCount)
  }

  /// The arrays are lent so that spans of them can be written to: no cell is then checked for a second owner, which
  /// halves the time.
  private static func fill(
    _ window: Span<Int32>, _ traits: [WordTraits], _ occurrences: Occurrences, _ next: [Int32],
    _ best: inout [Best], _ filled: inout Int, _ equals: inout [Equal], _ equalCount: inout Int
  ) {
    var best = best.mutableSpan
    var equals = equals.mutableSpan
    // Where those of the row before begin.
    var rowBefore = 0
    for index in window.indices {
      let rowStart = equalCount
      var column = Int(occurrences.firstColumn(of: Int(window[index])))
      if column > 0 {
        let row = Int32(truncatingIfNeeded: index + 1)
        let weight = traits[Int(window[index])].weight
        // What the row above holds: up to which column it is filled, and beyond.
        let (width, top) = (filled, best[filled - 1])
        var open = column <= width ? best[column - 1] : top
        var highest = open
        var diagonal = rowBefore
        while column > 0 {
          var (sum, before) = (open.sum, open.equal)
          while diagonal < rowStart, equals[diagonal].column < column - 1 { diagonal += 1 }
          if diagonal < rowStart, equals[diagonal].column == column - 1, equals[diagonal].sum >= sum {
            (sum, before) = (equals[diagonal].sum, diagonal)
          }
          sum += weight
          let place = Int32(truncatingIfNeeded: column)
          let own = Best(sum - Alignment.toll, place, equalCount)
          equals[equalCount] = Equal(row: row, column: place, sum: sum, before: Int32(truncatingIfNeeded: before))
          equalCount += 1
          if highest < own { highest = own }
          let following = Int(next[column])
          if column < width {
            let end = following > 0 ? min(following, width) : width
            var position = column
            while position < end, best[position] < highest {
              open = best[position]
              best[position] = highest
              position += 1
            }
            if position < end { open = best[end - 1] }
          } else if best[filled - 1] < highest {
            let above = best[filled - 1]
            for position in filled..<column { best[position] = above }
            best[column] = highest
            filled = column + 1
          }
          if following > width { open = top }
          column = following
        }
      }
      rowBefore = rowStart
    }
  }

  /// Finds the best path through all rows.
  mutating func trace() {
    var index = best[filled - 1].equal
    let end = equals[equalCount - 1]
    if equalCount > 1, end.row == last.row, end.column == last.column, end.sum >= best[filled - 1].sum {
      index = equalCount - 1
    }
    while index > 0 {
      let end = equals[index]
      var first = end
      index = Int(end.before)
      while index > 0, equals[index].row == first.row - 1, equals[index].column == first.column - 1 {
        first = equals[index]
        index = Int(first.before)
      }
      path.append(
        Alignment.Kept(base: Int(first.row) - 1, version: Int(first.column) - 1, count: Int(end.row - first.row) + 1))
    }
  }

  /// Makes room for the columns of ``next``.
  mutating func begin(columns: Int) {
    if next.count <= columns { next = Array(repeating: 0, count: columns + 1) }
  }
}
