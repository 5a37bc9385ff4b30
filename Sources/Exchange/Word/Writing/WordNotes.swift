internal import Packages

/// The parts that hold footnotes, endnotes and comments.
enum WordNotes {
  static func footnotes(
    _ notes: [Int: [WordParagraph]], _ numbers: inout WordMarkNumbers
  ) throws(PackageError) -> [UInt8] {
    let order = numbers.order.compactMap { if case .footnote(let id) = $0 { id } else { nil } }
    return try part("footnote", notes, order, &numbers)
  }

  static func endnotes(
    _ notes: [Int: [WordParagraph]], _ numbers: inout WordMarkNumbers
  ) throws(PackageError) -> [UInt8] {
    let order = numbers.order.compactMap { if case .endnote(let id) = $0 { id } else { nil } }
    return try part("endnote", notes, order, &numbers)
  }

  /// - Parameter order: the notes that the text refers to, in its order: LibreOffice gives the first mark the first note,
  ///   whatever its number.
  private static func part(
    _ kind: String, _ notes: [Int: [WordParagraph]], _ order: [Int], _ numbers: inout WordMarkNumbers
  ) throws(PackageError) -> [UInt8] {
    var writer = try WordBodyWriter(numbers: numbers)
    try writer.xml.startPart("w:\(kind)s")
    for (id, type) in [("-1", "separator"), ("0", "continuationSeparator")] {
      try writer.xml.start("w:\(kind)")
      try writer.xml.attribute("w:type", type)
      try writer.xml.attribute("w:id", id)
      try writer.xml.start("w:p")
      try writer.xml.start("w:r")
      try writer.xml.value("w:\(type)")
      for _ in 0..<3 { try writer.xml.end() }
    }
    let named = Set(order)
    for id in order + notes.keys.filter({ !named.contains($0) }).sorted() {
      guard let paragraphs = notes[id] else { continue }
      try writer.xml.start("w:\(kind)")
      try writer.xml.attribute("w:id", String(id))
      for (index, paragraph) in (paragraphs.isEmpty ? [WordParagraph()] : paragraphs).enumerated() {
        var paragraph = paragraph
        paragraph.role = .note
        try writer.write(paragraph, noteMark: index == 0 ? kind : nil)
      }
      try writer.xml.end()
    }
    numbers = writer.numbers
    return try writer.finished()
  }

  static func comments(
    _ comments: [Int: WordComment], _ numbers: inout WordMarkNumbers
  ) throws(PackageError) -> [UInt8] {
    var writer = try WordBodyWriter(numbers: numbers)
    try writer.xml.startPart("w:comments")
    for (id, comment) in comments.sorted(by: { $0.key < $1.key }) {
      try writer.xml.start("w:comment")
      try writer.xml.attribute("w:id", String(id))
      try writer.xml.attribute("w:author", comment.author)
      if let date = comment.date { try writer.xml.attribute("w:date", date) }
      for paragraph in comment.paragraphs.isEmpty ? [WordParagraph()] : comment.paragraphs {
        try writer.write(paragraph)
      }
      try writer.xml.end()
    }
    numbers = writer.numbers
    return try writer.finished()
  }
}
