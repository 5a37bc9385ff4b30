internal import Drafting
internal import Git
internal import Merging

extension Negotiation {
  /// The changes after the chair cut a paragraph in two: each half of the proposal stands in its half.
  ///
  /// - Parameter decision: what the step carries out; undoing a join splits too.
  func split(
    _ changes: StandingChanges, by step: MainPath.Step, as decision: CommitMessage? = nil
  ) throws -> StandingChanges {
    let names = try (decision ?? step.message).identifiers()
    guard names.count == 2, let first = try step.snapshot.paragraph(names[0]),
      let second = try step.snapshot.paragraph(names[1])
    else { return try changes.carried(over: step) }
    var others = changes
    others.files[names[0]] = nil
    others.carried[names[0]] = nil
    var result = try others.carried(over: step)
    let own = try changes.paragraph(names[0])
    if changes.files[names[0]] != nil {
      let whole = try changes.base.paragraph(names[0])?.text ?? ""
      let parts = own.map { divided($0.text, like: whole, at: first.text) } ?? ("", "")
      let amended = try own.flatMap { try changes.snapshot.amendedWords(of: $0, names[0]) }
      let theirs = amended.map { divided($0.text, like: whole, at: first.text) }
      for (identifier, chair, text, proposed) in [
        (names[0], first, parts.0, theirs?.0), (names[1], second, parts.1, theirs?.1),
      ] {
        var paragraph = chair
        paragraph.text = text
        // Each half still amends what it amended, where the other delegation proposes something for it.
        if let proposed, proposed != text, proposed != chair.text, !proposed.isEmpty {
          paragraph.amended = own?.amended
        }
        paragraph.footnotes = (own?.footnotes ?? []).filter { text.contains($0.mark) }
        try result.put(text.isEmpty ? nil : paragraph, as: identifier, chair: chair)
        if result.files[identifier] != nil {
          result.note(FollowedChange(identifier: identifier, outcome: .carried))
        }
      }
    }
    // The second half stands right behind the first one, wherever that is and whatever was to follow the whole.
    var order = try result.ownOrder()
    if try changes.ownOrder().place(of: names[0]) == nil || result.files[names[1]].map({ $0.own == nil }) == true {
      order.remove(names[1])
    } else if decision == nil || changes.moves(names[0]), let entry = step.order.place(of: names[1])?.entry {
      order.remove(names[1])
      _ = order.insert(entry, after: .paragraph(names[0]))
      if order.moved.contains(names[0]) { order.moved.insert(names[1]) }
      order.retarget(names[0], to: names[1], order.anchors)
      if order.anchors[names[0]] != nil { order.anchors[names[1]] = .paragraph(names[0]) }
    }
    if result.files[names[0]].map({ $0.own == nil }) == true { order.remove(names[0]) }
    result.order = order.wanted(beside: step.order)
    // What is said of the whole is said of all its words.
    if let position = try positions(of: changes)[names[0]] { result.positions[names[1]] = position }
    return result
  }

  /// The changes after the chair put two paragraphs into one: what a delegation wants of both stands in it.
  ///
  /// Who would only place the second of them elsewhere has nothing left to place, and is told so.
  ///
  /// - Parameter decision: what the step carries out; undoing a split joins too.
  func joined(
    _ changes: StandingChanges, by step: MainPath.Step, as decision: CommitMessage? = nil
  ) throws -> StandingChanges {
    let names = try (decision ?? step.message).identifiers()
    guard names.count == 2, let chair = try step.snapshot.paragraph(names[0]) else {
      return try changes.carried(over: step)
    }
    let concerns = changes.files[names[0]] != nil || changes.files[names[1]] != nil
    var others = changes
    for name in names { (others.files[name], others.carried[name]) = (nil, nil) }
    var result = try others.carried(over: step)
    if result.files[names[1]] != nil {
      (result.files[names[1]], result.carried[names[1]]) = (nil, nil)
      result.outcomes[names[1]] = FollowedChange(identifier: names[1], outcome: .void)
    }
    if concerns {
      var footnotes = FootnoteNumbering(chair.footnotes)
      let texts = try names.compactMap { try changes.paragraph($0).map { footnotes.renumbered($0) } }
      var paragraph = chair
      paragraph.text = texts.joined(separator: try changes.separator(after: names[0], in: chair))
      // What amends one delegation's words for both, or for the one that it speaks of, still does.
      let amended = try names.filter { changes.files[$0] != nil }.map { try changes.paragraph($0)?.amended }
      if let one = amended.first, amended.allSatisfy({ $0?.code == one?.code }) { paragraph.amended = one }
      paragraph.footnotes = footnotes.marked(in: [paragraph.text])
      try result.put(texts.isEmpty ? nil : paragraph, as: names[0], chair: chair)
      result.note(FollowedChange(identifier: names[0], outcome: .carried))
    }
    let positions = try positions(of: changes)
    if let second = positions[names[1]] {
      result.positions[names[0]] = positions[names[0]].map { $0.joined(with: second) } ?? second
      result.positions[names[1]] = .some(nil)
    }
    var order = try result.ownOrder()
    order.remove(names[1])
    try order.retarget(names[1], to: names[0], changes.ownOrder().anchors)
    let ownOrder = try changes.ownOrder()
    if result.files[names[0]].map({ $0.own == nil }) == true {
      order.remove(names[0])
    } else if ownOrder.place(of: names[0]) == nil, let entry = step.order.place(of: names[0])?.entry {
      // The delegation would have deleted the first of the two only: the paragraph stands where the second was.
      order.insert(entry, asIn: step.order, afterHeadings: true)
    }
    result.order = order.wanted(beside: step.order)
    return result
  }
}

extension StandingChanges {
  /// What stands between two paragraphs of the base that are one now: the white space of the whole.
  fileprivate func separator(after first: ParagraphIdentifier, in whole: Paragraph) throws -> String {
    guard let start = try base.paragraph(first)?.text, whole.text.hasPrefix(start) else { return " " }
    let white = whole.text.dropFirst(start.count).prefix { $0 == " " || $0 == "\n" }
    return white.isEmpty ? " " : String(white)
  }

  /// Sets the delegation's wording of a paragraph; nothing stands where it is the chair's.
  mutating func put(_ paragraph: Paragraph?, as identifier: ParagraphIdentifier, chair: Paragraph) throws {
    let file = try base.file(of: identifier)
    if let paragraph, paragraph.text == chair.text {
      (files[identifier], carried[identifier]) = (nil, nil)
    } else {
      files[identifier] = (file, paragraph == nil ? nil : file)
      carried[identifier] = paragraph
    }
  }
}

/// A version of a text cut where the text itself is cut.
///
/// The two parts joined are the version, white space at the cut aside. Words put in at the cut go to the first part; an
/// edit across it leaves what it puts in there too.
///
/// - Parameters:
///   - version: what a delegation would have for `whole`.
///   - start: the beginning of `whole` up to the cut.
func divided(_ version: String, like whole: String, at start: String) -> (String, String) {
  let cut = start.utf8.count
  let resumed = cut + whole.utf8.dropFirst(cut).prefix { $0 == 0x20 || $0 == 0x0A }.count
  var consumed = 0
  var parts = (first: "", second: "")
  var isReplacedInFirst: Bool?
  for change in wordChanges(from: whole, to: version) {
    let length = change.text.utf8.count
    switch change.kind {
    case .deleted:
      isReplacedInFirst = consumed < cut
      consumed += length
      continue
    case .inserted:
      if isReplacedInFirst ?? (consumed <= resumed) { parts.first += change.text } else { parts.second += change.text }
    case .kept:
      let bytes = Array(change.text.utf8)
      let inFirst = min(max(0, resumed - consumed), length)
      parts.first += String(decoding: bytes[..<inFirst], as: UTF8.self)
      parts.second += String(decoding: bytes[inFirst...], as: UTF8.self)
      consumed += length
    }
    isReplacedInFirst = nil
  }
  return (Paragraph.canonical(parts.first), Paragraph.canonical(parts.second))
}
