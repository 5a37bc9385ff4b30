internal import Notation

/// Items of a list that were typed without their letters: what stands between two others is a part of their paragraph.
enum ListItems {
  /// Where in a list a paragraph stands.
  struct Place {
    /// Whether what comes before is an item.
    private var isBehindItem = false

    /// Whether what comes before announces a list.
    private var isBehindColon = false

    /// Whether an item follows, past others without letters.
    var isFollowed = false

    /// Whether an item with a letter, the first of a list among them, follows it in the same way.
    var isBeforeItem = false

    /// Whether a paragraph is an item without a letter of its own; the first and the last of a list only where it was put in as
    /// it goes on with the sentence.
    func isItem(_ paragraph: WordParagraph) -> Bool {
      if isBehindColon || isBehindItem, isBeforeItem, paragraph.isNewItem { return true }
      guard isBehindItem, paragraph.mayBeItem else { return false }
      return isFollowed || paragraph.isInserted && paragraph.beginning.first?.isLowercase ?? false
    }

    /// Whether a paragraph is an item whose letter stands inside of a bracket, as it is written.
    func isBracketedItem(_ paragraph: WordParagraph, written line: String) -> Bool {
      (isBehindItem || isBehindColon) && paragraph.number == nil && paragraph.isLettered && !LinesApart.isItem(line)
    }

    /// - Parameter isItem: whether the paragraph is an item without a letter.
    mutating func follow(_ paragraph: WordParagraph, isItem: Bool) {
      isBehindItem = isItem || paragraph.isLettered
      isBehindColon = !paragraph.role.isHeading && paragraph.runs.last { !$0.isBlank }?.endsWithColon ?? false
    }
  }

  /// For each block: whether one of the further items of a list follows it, or any item, past paragraphs that may be items
  /// without letters.
  ///
  /// - Cost: linear in the number of blocks.
  static func follow(in body: [WordBlock]) -> [(further: Bool, any: Bool)] {
    var follows = Array(repeating: (further: false, any: false), count: body.count)
    for index in body.indices.dropLast().reversed() {
      guard case .paragraph(let next) = body[index + 1] else { continue }
      if next.isLettered {
        follows[index] = (!next.isFirstItem, true)
      } else {
        follows[index] = (
          follows[index + 1].further && (next.mayBeItem || next.isNewItem), follows[index + 1].any && next.isNewItem
        )
      }
    }
    return follows
  }
}

extension WordParagraph {
  /// Whether all of its words came in while changes were tracked.
  var isInserted: Bool { !runs.isEmpty && runs.allSatisfy { run in run.changes.contains { $0.kind == .inserted } } }

  /// What its text begins with, without white space, and its automatic number in front.
  fileprivate var beginning: String {
    let text = beginning(without: .deleted)
    return text.isEmpty ? beginning(without: .inserted) : text
  }

  private func beginning(without kind: WordChange.Kind) -> String {
    var text = number.map { $0 + " " } ?? ""
    for run in runs where !run.changes.contains(where: { $0.kind == kind }) {
      text += run.text.prefix(24)
      if text.utf8.count > 24 { break }
    }
    return String(text.drop(while: \.isWhitespace))
  }

  /// Whether it is an item with a letter or a sign in front, before or after the changes.
  var isLettered: Bool {
    LinesApart.isItem(beginning(without: .deleted)) || LinesApart.isItem(beginning(without: .inserted))
  }

  /// Whether a list may begin with it.
  fileprivate var isFirstItem: Bool {
    let text = beginning
    return ["a", "A", "1", "i", "I"].contains { first in
      ["\(first))", "(\(first))", "\(first)."].contains(where: text.hasPrefix)
    }
  }

  /// Whether somebody put it in where a sentence goes on, whatever its style: that is the style of the paragraph before it.
  fileprivate var isNewItem: Bool {
    isInserted && number == nil && draftTag == nil && !role.isHeading && !role.isTitle && !isLettered
      && beginning.first?.isLowercase ?? false
  }

  /// Whether an item without its letter may look so: words that begin no list and are no heading, in no style that says what
  /// the paragraph is.
  fileprivate var mayBeItem: Bool {
    guard number == nil, !role.isHeading, !role.isTitle, style.flatMap(WordStyle.init(rawValue:)) == nil,
      beginning.first?.isLetter ?? false, !isLettered
    else { return false }
    let text = runs.map(\.text).joined()
    return LinesApart.isPlain(String(text.drop(while: \.isWhitespace)))
  }
}

extension WordRun {
  fileprivate var endsWithColon: Bool { text.last { !$0.isWhitespace } == ":" }
}
