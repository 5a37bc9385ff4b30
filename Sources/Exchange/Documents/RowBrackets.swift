internal import Notation

/// The signs of brackets round whole rows of a table: `[Ven: | Peru | June |]`.
///
/// In Word nothing stands beside a row, so that they stand in its first cell and its last: `[Ven: Peru` and `June]`. What
/// begins with a slash or with tildes goes on with the line of the row before: `[Ven: | Peru | May | ~~| Peru | June |~~]`.
struct RowBrackets {
  private let labels: LabelTable

  /// The brackets that the next row stands in, and for each whether it is among its struck words.
  private var areStruck: [Bool] = []

  /// In how many brackets the next row stands.
  var depth: Int { areStruck.count }
  private var isStruck: Bool { areStruck.last ?? false }

  init(_ labels: LabelTable) { self.labels = labels }

  private enum Sign { case bracket, rival, tildes }

  /// The sign that a text begins with before a row, and where it ends.
  private func sign(_ text: Substring) -> (sign: Sign, end: String.Index)? {
    if text.hasPrefix("~~") {
      return depth > 0 && !isStruck ? (.tildes, text.index(text.startIndex, offsetBy: 2)) : nil
    }
    if text.first == "[" { return listEnd(text.dropFirst()).map { (.bracket, $0) } }
    guard depth > 0, text.hasPrefix("/ "), let end = listEnd(text.dropFirst(2)) else { return nil }
    let isNothing = text[end...].hasPrefix("– ~~")
    return (.rival, isNothing ? text.index(end, offsetBy: 2) : end)
  }

  /// Where a row's words begin behind labels, their colon and a space.
  private func listEnd(_ text: Substring) -> String.Index? {
    guard let colon = text.utf8.prefix(labels.longestList + 1).firstIndex(of: 0x3A),
      case .labels = labels.meaning(ofList: String(text[..<colon]))
    else { return nil }
    let end = text.index(after: colon)
    return end < text.endIndex && text[end] == " " ? text.index(after: end) : end
  }

  private mutating func enter(_ sign: Sign) {
    if sign == .bracket { areStruck.append(false) }
    if sign == .tildes { areStruck[areStruck.count - 1] = true }
  }
}

extension RowBrackets {
  /// A row of a line, and what stands before and behind it.
  struct Part {
    var before: Range<String.Index>
    var row: Range<String.Index>
    var after: Range<String.Index>
  }

  /// The rows that a line is made of; `nil` where it is anything else.
  mutating func parts(of line: String) -> [Part]? {
    var parts: [Part] = []
    var place = line.startIndex
    while true {
      let begin = place
      while let (sign, end) = sign(line[place...]) {
        // Brackets begin lines; what goes on with one stands behind a row.
        if begin == place, (sign == .bracket) != parts.isEmpty { return nil }
        enter(sign)
        place = end
      }
      let start = place
      guard start > begin || parts.isEmpty, line[start...].hasPrefix("| "), let end = rowEnd(in: line, from: start)
      else { return nil }
      place = end
      while place < line.endIndex {
        if line[place] == "]", depth > 0 {
          areStruck.removeLast()
          place = line.index(after: place)
        } else if isStruck, line[place...].hasPrefix("~~") {
          areStruck[areStruck.count - 1] = false
          place = line.index(place, offsetBy: 2)
        } else {
          break
        }
      }
      parts.append(Part(before: begin..<start, row: start..<end, after: end..<place))
      if place == line.endIndex { return parts }
      guard line[place] == " " else { return nil }
      place = line.index(after: place)
    }
  }

  /// Where the row ends that begins at a place.
  private func rowEnd(in line: String, from start: String.Index) -> String.Index? {
    var (inner, previous): (Int, Character) = (0, "|")
    var place = line.index(after: start)
    while place < line.endIndex {
      let character = line[place]
      let next = line.index(after: place)
      if character == "[" { inner += 1 }
      if character == "]" { inner -= 1 }
      if inner < 0 { return nil }
      if character == "|", previous == " ", inner == 0 {
        let rest = line[next...]
        if rest.isEmpty || depth > 0 && (rest.first == "]" || rest.hasPrefix("~~")) { return next }
        if rest.first == " ", let (sign, _) = sign(rest.dropFirst()), sign != .bracket { return next }
      }
      if character == "\\", next < line.endIndex {
        place = line.index(after: next)
        previous = "\\"
      } else {
        (place, previous) = (next, character)
      }
    }
    return nil
  }
}

extension RowBrackets {
  /// A row of a document as the line of a draft, and whether it goes on with the line before.
  mutating func line(_ cells: [String]) -> (text: String, goesOn: Bool) {
    guard cells.count > 1, let last = cells.indices.last else { return (WordTable.line(cells), false) }
    var cells = cells
    cells[0] = withSignsInFront(cells[0])
    var (before, after) = ("", "")
    var goesOn = false
    while let (sign, end) = sign(cells[0][...]) {
      let rest = String(cells[0][end...])
      let stands =
        switch sign {
        case .bracket: CellSigns(cells[0]).isLeftOpen
        case .rival: before.isEmpty
        case .tildes: !CellSigns(rest).hasOddTildes
        }
      guard stands else { break }
      if before.isEmpty { goesOn = sign != .bracket }
      enter(sign)
      before += String(cells[0][..<end])
      if sign != .tildes, before.last != " " { before += " " }
      cells[0] = rest
    }
    if depth > 0 { cells[last].putStrayCloseBehind() }
    while depth > 0, cells[last].last == "]", CellSigns(cells[last]).strayCloses > 0 {
      cells[last].removeLast()
      let endsStruck = isStruck && cells[last].hasSuffix("~~") && CellSigns(cells[last]).hasOddTildes
      if endsStruck { cells[last].removeLast(2) }
      after = (endsStruck ? "~~]" : "]") + after
      areStruck.removeLast()
      while cells[last].last == " " { cells[last].removeLast() }
    }
    // The look alone may say of each cell that it is struck.
    let words = cells.filter { !$0.isEmpty }
    if before.hasSuffix(": "), after.first == "]", !words.isEmpty, words.allSatisfy(\.isStruck) {
      (before, after) = (before + "~~", "~~" + after)
      cells = cells.map { $0.isEmpty ? $0 : String($0.dropFirst(2).dropLast(2)) }
    }
    return (before + WordTable.line(cells) + after, goesOn)
  }
}

extension RowBrackets {
  /// A first cell with the bracket that does not end in it in front of the words that somebody wrote before it: nothing
  /// stands beside a row.
  private func withSignsInFront(_ cell: String) -> String {
    guard cell.first != "[", let open = CellSigns(cell).open, var end = listEnd(cell[open...].dropFirst()) else {
      return cell
    }
    if cell[end...].hasPrefix("~~") { end = cell.index(end, offsetBy: 2) }
    return String(cell[open..<end] + cell[..<open] + cell[end...])
  }
}

extension String {
  /// Whether it is struck words and nothing else.
  fileprivate var isStruck: Bool {
    count > 4 && hasPrefix("~~") && hasSuffix("~~") && !dropFirst(2).dropLast(2).contains("~")
  }
}
