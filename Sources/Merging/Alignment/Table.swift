/// The dynamic programme of one window (Gotoh 1982), kept from one window to the next so that its memory is used again.
///
/// Let `kept(i, j)` be the best sum that ends with word `i` of the base and word `j` of the version kept, and `open(i, j)`
/// the best that ends in a hunk. `kept` exists only where the words are equal; `open` follows from
/// `best(i, j) = max(open(i, j), kept(i, j) - toll)` as the greater of `best(i - 1, j)` and `best(i, j - 1)`. `best` never
/// falls along a row or a column, so a row in which no word is equal is the row above it, and is not written.
struct Table {
  /// For each column, the next one with the same word; zero for none.
  var next: [Int32] = []

  /// The kept words of the best path, last first, after ``trace()``.
  private(set) var path: [Cell] = []

  struct Cell {
    let row: Int32
    let column: Int32
  }

  private struct Equal {
    let column: Int32
    let kept: Int32
  }

  private var width = 0

  /// The rows of `best` that are written, one after the other.
  private var best: [Int32] = []
  private var written = 0

  /// Where each row begins in ``best``.
  private var starts: [Int32] = []

  /// The cells with equal words, row by row, and where those of each row begin.
  private var equals: [Equal] = []
  private var firstEquals: [Int32] = []

  private static var never: Int32 { -1_000_000_000 }

  mutating func begin(rows: Int, columns: Int) {
    width = columns + 1
    if next.count < width { next += Array(repeating: 0, count: width - next.count) }
    let cells = (rows + 1) * width
    if best.count < cells { best += Array(repeating: 0, count: cells - best.count) }
    for column in 0..<width { best[column] = -Alignment.toll }
    written = width
    starts.removeAll(keepingCapacity: true)
    equals.removeAll(keepingCapacity: true)
    firstEquals.removeAll(keepingCapacity: true)
    starts.append(0)
    firstEquals.append(0)
    // Nothing is lost before the first word.
    equals.append(Equal(column: 0, kept: 0))
    firstEquals.append(1)
  }

  /// Adds the row of a word of the base that stands first at `firstColumn` in the version; zero for nowhere.
  mutating func addRow(firstColumn: Int32, weight: Int32) {
    let above = starts.count - 1
    let source = Int(starts[above])
    guard firstColumn > 0 else {
      starts.append(starts[above])
      firstEquals.append(Int32(truncatingIfNeeded: equals.count))
      return
    }
    let row = written
    written += width
    var before = Int(firstEquals[above])
    let lastBefore = equals.count
    var (column, floor, position) = (firstColumn, Table.never, 0)
    while column > 0 {
      while position < column {
        best[row + position] = max(best[source + position], floor)
        position += 1
      }
      while before < lastBefore, equals[before].column < column - 1 { before += 1 }
      var value = best[source + position - 1]
      if before < lastBefore, equals[before].column == column - 1 { value = max(value, equals[before].kept) }
      equals.append(Equal(column: column, kept: value + weight))
      floor = max(floor, value + weight - Alignment.toll)
      column = next[Int(column)]
    }
    while position < width {
      best[row + position] = max(best[source + position], floor)
      position += 1
    }
    starts.append(Int32(truncatingIfNeeded: row))
    firstEquals.append(Int32(truncatingIfNeeded: equals.count))
  }

  /// Finds the best path through all rows.
  mutating func trace() {
    path.removeAll(keepingCapacity: true)
    var (i, j) = (starts.count - 1, width - 1)
    var isKept = kept(i, j) >= best(i, j)
    while i > 0 || j > 0 {
      if isKept {
        path.append(Cell(row: Int32(truncatingIfNeeded: i), column: Int32(truncatingIfNeeded: j)))
        (i, j) = (i - 1, j - 1)
        isKept = best(i, j) <= kept(i, j)
        continue
      }
      let value = open(i, j)
      if j > 0, open(i, j - 1) == value {
        j -= 1
      } else if j > 0, kept(i, j - 1) - Alignment.toll == value {
        (j, isKept) = (j - 1, true)
      } else if i > 0, open(i - 1, j) == value {
        i -= 1
      } else {
        (i, isKept) = (i - 1, true)
      }
    }
  }

  private func best(_ i: Int, _ j: Int) -> Int32 { best[Int(starts[i]) + j] }

  private func open(_ i: Int, _ j: Int) -> Int32 {
    max(i > 0 ? best(i - 1, j) : Table.never, j > 0 ? best(i, j - 1) : Table.never)
  }

  private func kept(_ i: Int, _ j: Int) -> Int32 {
    var (low, high) = (Int(firstEquals[i]), Int(firstEquals[i + 1]))
    let end = high
    while low < high {
      let middle = (low + high) / 2
      if equals[middle].column < j { low = middle + 1 } else { high = middle }
    }
    return low < end && equals[low].column == j ? equals[low].kept : Table.never
  }
}
