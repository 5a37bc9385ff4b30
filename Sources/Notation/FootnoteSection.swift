/// The notes of a draft, taken out of its lines.
struct FootnoteSection {
  struct Note {
    var mark: FootnoteLine.Mark
    var text: DraftText
    /// The note as it stands in the draft, with its number.
    var whole: DraftText
  }

  private(set) var notes: [Note] = []

  /// The lines that are no notes.
  private(set) var body: [DraftLine] = []

  /// Notes with an unmistakable sign (`1/ text`, `[^1]: text`, U+FFFD) are found wherever they stand on a line of their
  /// own; others only at the end, behind a rule or among such notes.
  ///
  /// - Cost: linear.
  init(_ lines: [DraftLine]) {
    var marks: [FootnoteLine?] = []
    var isNote = [Bool](repeating: false, count: lines.count)
    for (index, line) in lines.enumerated() {
      let mark = FootnoteLine(line.bytes)
      let follows = line.followsBlank || index > 0 && isNote[index - 1]
      switch mark?.mark {
      case .number where follows, .lost: isNote[index] = true
      default:
        // A note may go on in the lines below it.
        if index > 0, isNote[index - 1], !line.followsBlank || line.indent >= 2, mark == nil,
          NumberingLine(line.bytes) == nil
        {
          isNote[index] = true
        }
      }
      marks.append(mark)
    }
    Self.extend(&isNote, &marks, lines)
    for (index, line) in lines.enumerated() {
      guard isNote[index] else {
        body.append(line)
        continue
      }
      if let mark = marks[index] {
        let text = line.text.slice(mark.start..<line.bytes.count)
        notes.append(Note(mark: mark.mark, text: text, whole: line.text))
      } else if !notes.isEmpty {
        notes[notes.count - 1].text.append(line.text, after: " ")
        notes[notes.count - 1].whole.append(line.text, after: " ")
      }
    }
  }

  /// Takes in the notes at the end that only their company tells from paragraphs.
  private static func extend(_ isNote: inout [Bool], _ marks: inout [FootnoteLine?], _ lines: [DraftLine]) {
    let hasLost = marks.contains { $0?.mark == .lost }
    let hasStrong = isNote.contains(true)
    let rule = lines.lastIndex { DraftLineKind.isFurniture($0.bytes) && $0.bytes.count >= 5 && $0.bytes[0] == 0x5F }
    if let rule, rule + 1 < lines.count,
      FootnoteLine(plainNumber: lines[rule + 1].bytes) != nil || marks[rule + 1] != nil
    {
      for index in (rule + 1)..<lines.count {
        isNote[index] = true
        marks[index] = marks[index] ?? FootnoteLine(plainNumber: lines[index].bytes)
      }
    }
    var index = lines.count
    while index > 0 {
      index -= 1
      if isNote[index] { continue }
      if marks[index]?.mark == FootnoteLine.Mark.none, !hasLost,
        lines[index].followsBlank || index > 0 && marks[index - 1] != nil
      {
        isNote[index] = true
      } else if hasStrong, lines[index].hasTab, let mark = FootnoteLine(plainNumber: lines[index].bytes) {
        isNote[index] = true
        marks[index] = mark
      } else {
        return
      }
    }
  }
}
