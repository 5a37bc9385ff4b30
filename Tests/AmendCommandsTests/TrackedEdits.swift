import Exchange
import TestSupport

/// A document in which some authors track random edits, as a word processor writes them down.
///
/// Every word stands once in it, so that what became of each can be told.
struct TrackedEdits {
  private(set) var paragraphs: [WordParagraph]

  /// What each author put in and did not take out again, and the words of others that it struck.
  private(set) var inserted: [String: Set<String>] = [:]
  private(set) var struck: [String: Set<String>] = [:]

  /// The words that were struck by another already when an author struck those round them.
  private(set) var passedOver: [String: Set<String>] = [:]

  private var random: SeededGenerator
  private var count = 0
  private var date = 0

  /// - Parameter paragraphs: those that the authors may edit, which begin with a number and a tab.
  init(_ paragraphs: [WordParagraph], random: SeededGenerator) {
    self.random = random
    self.paragraphs = paragraphs
    for index in paragraphs.indices {
      self.paragraphs[index].runs = paragraphs[index].runs.flatMap { run in
        run.text.pieces.map { text in
          var piece = run
          piece.text = text
          return piece
        }
      }
    }
  }

  /// One edit more.
  mutating func edit(by author: String) {
    let place = Int.random(in: paragraphs.indices, using: &random)
    switch Int.random(in: 0..<20, using: &random) {
    case 0..<6: insert(place, author)
    case 6..<9: strike(place, author)
    case 9..<12:
      strike(place, author)
      insert(place, author)
    case 12..<14: split(place, author)
    case 14..<16: join(place, author)
    case 16..<18: add(place, author)
    case 18: strikeAll(place, author)
    default: move(place, author)
    }
  }

  /// The words of each paragraph as an author has them who takes only its own changes: where another moved one, it stands
  /// as it was, with the words that this author changed where it is.
  func reading(of author: String) -> [[String]] {
    func isThere(_ changes: [WordChange]) -> Bool {
      changes.allSatisfy { ($0.kind == .inserted || $0.kind == .movedTo) == ($0.author == author) }
    }
    var (result, words) = ([[String]](), [String]())
    func move(_ paragraph: WordParagraph, _ kind: WordChange.Kind) -> String? {
      paragraph.markChanges.first { $0.kind == kind && $0.author != author }?.moveName
    }
    let moved = Dictionary(uniqueKeysWithValues: paragraphs.compactMap { now in move(now, .movedTo).map { ($0, now) } })
    for paragraph in paragraphs where move(paragraph, .movedTo) == nil {
      var paragraph = paragraph
      if let now = move(paragraph, .movedFrom).flatMap({ moved[$0] }) {
        paragraph = now
        paragraph.markChanges.removeAll { $0.kind == .movedTo }
        for run in paragraph.runs.indices { paragraph.runs[run].changes.removeAll { $0.kind == .movedTo } }
      }
      words += paragraph.runs.filter { isThere($0.changes) }.map(\.text).joined().words
      guard isThere(paragraph.markChanges) else { continue }
      if !words.isEmpty { result.append(words) }
      words = []
    }
    return words.isEmpty ? result : result + [words]
  }

  private mutating func change(_ kind: WordChange.Kind, _ author: String) -> WordChange {
    date += 1
    return WordChange(kind, author: author, date: "2026-05-05T09:\(10 + date % 50):00Z")
  }

  /// A word that no text has.
  private mutating func newWord(_ author: String) -> String {
    count += 1
    let word = Self.word(author == "Ana" ? "v" : "x", count)
    inserted[author, default: []].insert(word)
    return word
  }

  /// A word for a number.
  static func word(_ letter: String, _ number: Int) -> String {
    let syllables = ["ba", "co", "di", "fu", "ge", "la", "mo", "ni", "pu", "re", "sa", "to"]
    return letter + syllables[number / 144 % 12] + syllables[number / 12 % 12] + syllables[number % 12]
  }

  /// Where words may be put in: behind the number.
  private func places(_ paragraph: Int) -> Range<Int> {
    let runs = paragraphs[paragraph].runs
    return (runs.first?.text.hasSuffix("\t") ?? false ? 1 : 0)..<runs.count
  }

  private mutating func insert(_ paragraph: Int, _ author: String) {
    if paragraphs[paragraph].isMoved(.movedFrom) { return }
    let places = places(paragraph)
    let place = Int.random(in: places.lowerBound...places.upperBound, using: &random)
    let runs = paragraphs[paragraph].runs
    let begins = place == places.lowerBound || runs[place - 1].text.last?.isWhitespace ?? false
    let words = (0..<Int.random(in: 1...3, using: &random)).map { _ in newWord(author) }
    for (offset, word) in words.enumerated() {
      let text = begins ? word + " " : " " + word
      paragraphs[paragraph].runs.insert(WordRun(text, changes: [change(.inserted, author)]), at: place + offset)
    }
  }

  private mutating func strike(_ paragraph: Int, _ author: String) {
    let places = places(paragraph)
    guard !places.isEmpty else { return }
    let first = Int.random(in: places, using: &random)
    for place in (first..<min(places.upperBound, first + Int.random(in: 1...3, using: &random))).reversed()
    where !paragraphs[paragraph].runs[place].text.hasSuffix("\t") {
      strikeRun(paragraph, place, author)
    }
  }

  private mutating func strikeRun(_ paragraph: Int, _ place: Int, _ author: String) {
    let run = paragraphs[paragraph].runs[place]
    if run.changes.contains(where: { $0.kind == .movedFrom }) { return }
    if run.changes.contains(where: { $0.kind == .deleted }) {
      // Who strikes words round it may want it no more either.
      passedOver[author, default: []].formUnion(run.text.words)
      return
    }
    if run.changes.contains(where: { $0.author == author && $0.kind == .inserted }) {
      paragraphs[paragraph].runs.remove(at: place)
      inserted[author]?.subtract(run.text.words)
    } else {
      paragraphs[paragraph].runs[place].changes.append(change(.deleted, author))
      struck[author, default: []].formUnion(run.text.words)
    }
  }

  private mutating func split(_ paragraph: Int, _ author: String) {
    let places = places(paragraph)
    guard places.count > 1, !paragraphs[paragraph].isMoved else { return }
    let place = Int.random(in: (places.lowerBound + 1)..<places.upperBound, using: &random)
    var (head, tail) = (paragraphs[paragraph], paragraphs[paragraph])
    head.runs.removeSubrange(place...)
    tail.runs.removeSubrange(..<place)
    if Bool.random(using: &random) {
      tail.control = nil
      for run in tail.runs.indices { tail.runs[run].control = nil }
    }
    head.markChanges = [change(.inserted, author)]
    paragraphs.replaceSubrange(paragraph...paragraph, with: [head, tail])
  }

  /// Joins a paragraph with the next.
  private mutating func join(_ paragraph: Int, _ author: String) {
    let marks = paragraphs[paragraph].markChanges
    guard paragraph + 1 < paragraphs.count, !marks.contains(where: { $0.kind != .inserted }),
      !paragraphs[paragraph].isMoved, !paragraphs[paragraph + 1].isMoved
    else { return }
    if marks.contains(where: { $0.author == author }) {
      var next = paragraphs.remove(at: paragraph + 1)
      // Whoever wrote at the beginning of that line sees to the space.
      if !(next.runs.first?.text.hasPrefix(" ") ?? true) { next.runs[0].text = " " + next.runs[0].text }
      paragraphs[paragraph].runs += next.runs
      paragraphs[paragraph].markChanges = next.markChanges
    } else {
      paragraphs[paragraph].markChanges.append(change(.deleted, author))
    }
  }

  private mutating func add(_ paragraph: Int, _ author: String) {
    guard !paragraphs[paragraph].isMoved else { return }
    var new = WordParagraph(role: paragraphs[paragraph].role, style: paragraphs[paragraph].style)
    for place in 0..<Int.random(in: 3...9, using: &random) {
      new.runs.append(WordRun((place == 0 ? "" : " ") + newWord(author), changes: [change(.inserted, author)]))
    }
    new.markChanges = [change(.inserted, author)]
    paragraphs.insert(new, at: paragraph + 1)
  }

  private mutating func strikeAll(_ paragraph: Int, _ author: String) {
    guard !paragraphs[paragraph].isMoved else { return }
    for place in paragraphs[paragraph].runs.indices.reversed() { strikeRun(paragraph, place, author) }
    if paragraphs[paragraph].markChanges.contains(where: { $0.author == author && $0.kind == .inserted }) {
      if paragraphs[paragraph].runs.isEmpty {
        paragraphs.remove(at: paragraph)
      }
    } else {
      paragraphs[paragraph].markChanges.append(change(.deleted, author))
    }
  }

  /// Moves a paragraph in which nothing is changed yet.
  private mutating func move(_ paragraph: Int, _ author: String) {
    guard paragraphs.count > 2, paragraphs[paragraph].markChanges.isEmpty,
      paragraphs[paragraph].runs.allSatisfy(\.changes.isEmpty)
    else { return }
    date += 1
    let name = "move\(date)"
    func moved(_ kind: WordChange.Kind) -> WordParagraph {
      var result = paragraphs[paragraph]
      var change = WordChange(kind, author: author, date: "2026-05-05T09:00:00Z")
      change.moveName = name
      for run in result.runs.indices { result.runs[run].changes = [change] }
      result.markChanges = [change]
      return result
    }
    let (old, new) = (moved(.movedFrom), moved(.movedTo))
    paragraphs[paragraph] = old
    // Only behind a paragraph that ends with a mark of its own.
    let places = paragraphs.indices.filter { $0 != paragraph && paragraphs[$0].markChanges.isEmpty }
    guard let place = places.randomElement(using: &random) else { return }
    paragraphs.insert(new, at: place + 1)
  }
}

extension WordParagraph {
  fileprivate var isMoved: Bool { isMoved(.movedFrom) || isMoved(.movedTo) }

  fileprivate func isMoved(_ kind: WordChange.Kind) -> Bool { markChanges.contains { $0.kind == kind } }
}

extension String {
  /// The words, each with the space before it; a number with its tab is one.
  fileprivate var pieces: [String] {
    var pieces = [""]
    for character in self {
      if character == " " || pieces[pieces.count - 1].hasSuffix("\t") { pieces.append("") }
      pieces[pieces.count - 1].append(character)
    }
    return pieces.filter { !$0.isEmpty }
  }

  /// The words of such documents in it, without signs round them.
  var words: [String] {
    split { !$0.isLetter }.map(String.init).filter { $0.count == 7 && $0.first.map("kvx".contains) ?? false }
  }
}
