/// Counts the automatic numbers of a document from its first paragraph on, as Word prints them.
///
/// Lists that come from one abstract list count on together; one with a start of its own begins there the first time it
/// is used (ECMA-376 part 1, 17.9, and Word's own behaviour).
struct WordNumberCounter: Hashable {
  private let numbering: WordNumbering
  private let styles: WordStyles
  private var counters: [Int: [Int?]] = [:]
  private var started: Set<Start> = []

  private struct Start: Hashable {
    var list: Int
    var level: Int
  }

  init(_ numbering: WordNumbering, styles: WordStyles) {
    self.numbering = numbering
    self.styles = styles
  }

  /// The number printed before the next paragraph, which belongs to a list; `nil` where the list prints none.
  ///
  /// - Parameter style: the paragraph's style, which may name the level.
  mutating func next(list: Int, level: Int?, style: String?) -> (text: String, level: Int)? {
    guard list != 0, let instance = numbering.instances[list] else { return nil }
    let key = abstractKey(instance)
    let abstract = numbering.abstracts[key] ?? WordNumbering.Abstract()
    let depth =
      level ?? abstract.levels.first { $0.value.style != nil && $0.value.style == style }?.key ?? 0
    func definition(_ index: Int) -> WordNumbering.Level? { instance.levels[index] ?? abstract.levels[index] }
    guard let own = definition(depth) else { return nil }
    var values = counters[key] ?? Array(repeating: nil, count: WordNumbering.greatestLevel + 1)
    for index in 0..<depth where values[index] == nil {
      values[index] = instance.startOverrides[index] ?? definition(index)?.start ?? 1
    }
    if let start = instance.startOverrides[depth], started.insert(Start(list: list, level: depth)).inserted {
      values[depth] = start
    } else {
      values[depth] = values[depth].map { $0 + 1 } ?? own.start
    }
    for index in values.indices where index > depth {
      let restart = definition(index)?.restart
      if restart == nil || restart.map({ $0 > depth }) == true { values[index] = nil }
    }
    counters[key] = values
    return (text(own, values, definition), depth)
  }

  private func text(
    _ level: WordNumbering.Level, _ values: [Int?], _ definition: (Int) -> WordNumbering.Level?
  ) -> String {
    if level.format == .bullet { return level.text.isEmpty ? "" : "•" }
    var text = ""
    var scalars = level.text.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      guard scalar == "%" else {
        text.unicodeScalars.append(scalar)
        continue
      }
      guard let digit = scalars.next() else { return text + "%" }
      guard ("1"..."9").contains(digit) else {
        text.unicodeScalars.append(contentsOf: [scalar, digit])
        continue
      }
      let index = Int(digit.value) - 0x31
      guard let value = values[index] else { continue }
      let format = definition(index)?.format ?? .decimal
      text += (level.isLegal && format != .none ? .decimal : format).printed(value)
    }
    return text
  }

  /// The abstract list that an instance counts in, through the numbering style that it may be linked to.
  private func abstractKey(_ instance: WordNumbering.Instance) -> Int {
    var key = instance.abstract
    for _ in 0..<4 {
      guard let link = numbering.abstracts[key]?.link, let list = styles.paragraph(link).list,
        let other = numbering.instances[list], other.abstract != key
      else { return key }
      key = other.abstract
    }
    return key
  }
}
