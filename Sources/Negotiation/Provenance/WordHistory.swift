internal import Drafting
internal import Merging

/// The history of every word of a paragraph, worked out step by step as it is asked for.
struct WordHistory {
  let steps: WordingSteps
  private(set) var register = WordRegister()
  private var trace = WordTrace()
  private var wordings: [CreditedWording?]
  private var isUnderWay: [Bool]
  private var texts: [TracedText?]

  /// The first step that has each word, by the word's number; -1 for none.
  private var firstSteps: [Int] = []

  /// What acts have and lack (``strike(of:by:)``), as far as it was asked for.
  var reaches: [Int: (has: Set<Int>, lacks: Set<Int>)] = [:]

  /// The words that somebody's text had before a step.
  private var standing: [Int: Set<Int32>] = [:]

  init(_ steps: WordingSteps) {
    self.steps = steps
    wordings = Array(repeating: nil, count: steps.steps.count)
    isUnderWay = Array(repeating: false, count: steps.steps.count)
    texts = Array(repeating: nil, count: steps.steps.count)
  }

  /// The wording after a step.
  ///
  /// - Cost: each step that it rests on is worked out once.
  mutating func wording(after step: Int) -> CreditedWording {
    if let known = wordings[step] { return known }
    // Depth first with a stack of our own: a history may be long.
    var stack = [step]
    while let next = stack.last {
      guard wordings[next] == nil else {
        stack.removeLast()
        continue
      }
      isUnderWay[next] = true
      let sources = steps.sources(of: next)
      // Clocks that went wrong can make two steps rest on each other: then the one begun first does without.
      if let missing = sources.first(where: { wordings[$0] == nil && !isUnderWay[$0] }) {
        stack.append(missing)
        continue
      }
      wordings[next] = credited(next, from: sources.filter { wordings[$0] != nil })
      stack.removeLast()
    }
    return wordings[step] ?? .nothing(&trace)
  }

  private mutating func credited(_ step: Int, from sources: [Int]) -> CreditedWording {
    let now = steps.steps[step]
    if let restored = steps.restored(by: step), let wording = wordings[restored] { return wording }
    let text = traced(step)
    if steps.restoresNothing(step) { return CreditedWording(text: text) }
    let wordings = sources.compactMap { source in
      self.wordings[source].map { self.source(source, $0, of: now.identifier, at: step) }
    }
    let isMain = now.branch == nil
    var result = Crediting(
      text, notes: now.notes, from: wordings, by: step, isMain: isMain, writes: now.writes,
      isFromOthers: steps.family.paragraphs.count > 1 && now.mayTakeFromOthers, undone: steps.undone, &trace, &register
    ).result
    if isMain, now.message.action == .split, let whole = wordings.first?.wording {
      result.keepGhosts(of: whole, isFirst: now.joined.first == now.identifier)
    }
    return result
  }

  /// - Parameters:
  ///   - identifier: the paragraph that may have words from it.
  ///   - later: the step after which it has them; now for `nil`.
  private mutating func source(
    _ index: Int, _ wording: CreditedWording, of identifier: ParagraphIdentifier, at later: Int?
  ) -> WordingSource {
    let step = steps.steps[index]
    var wording = wording
    if let parts = steps.parts(of: index, sharedWith: identifier, at: later) {
      wording = wording.only(parts.map { (trace.words(of: $0.text), $0.isShared) }, &trace)
    }
    // The words of a paragraph that went into another were struck by nobody.
    if step.after == nil, step.mayTakeFromOthers { wording.struck.removeAll { $0.by == index } }
    return WordingSource(wording: wording, isChairs: step.branch == nil, asked: steps.asked(upTo: index))
  }

  /// A text that no commit holds, credited like a step of a branch.
  ///
  /// - Parameter notes: its footnotes, by their marks; empty where they are not known.
  mutating func wording(
    of text: String, notes: [String: String] = [:], on identifier: ParagraphIdentifier, from sources: [Int],
    by step: Int
  ) -> CreditedWording {
    let wordings = sources.map { source($0, wording(after: $0), of: identifier, at: nil) }
    let traced = trace.words(of: text)
    return Crediting(
      traced, notes: notes, from: wordings, by: step, isMain: false, writes: false,
      isFromOthers: steps.family.paragraphs.count > 1, &trace, &register
    ).result
  }

  /// One of the texts that a wording is made of, one after the other.
  mutating func part(_ place: Int, of wording: CreditedWording, _ texts: [String]) -> CreditedWording {
    wording.only(texts.enumerated().map { (trace.words(of: $1), $0 == place) }, &trace)
  }

  /// Cuts any text as the wordings are cut.
  mutating func words(of text: String) -> TracedText { trace.words(of: text) }

  private mutating func traced(_ step: Int) -> TracedText {
    if let known = texts[step] { return known }
    let text = trace.words(of: steps.steps[step].after ?? "")
    texts[step] = text
    return text
  }

  /// For each word that a step wrote, the earliest step whose wording has the same words one after the other, capitals
  /// aside; `nil` where there is none, where they stood in what the step changed, where they stood elsewhere and had never
  /// gone, and for words of grammar alone.
  ///
  /// - Parameter words: all looked for together, and where they do not stand so anywhere, in pieces as long as possible.
  mutating func firsts(_ words: Range<Int>, of wording: CreditedWording, before step: Int) -> [Int?] {
    var found: [Int?] = Array(repeating: nil, count: words.count)
    let text = wording.text
    let known = Set(steps.sources(of: step).flatMap { traced($0).smallForms })
    var start = words.lowerBound
    while start < words.upperBound {
      let word = text.smallForms[start]
      guard text.kinds[start] == .content, !known.contains(word), let first = earliest(word, before: step),
        !stands(word, before: step)
      else {
        start += 1
        continue
      }
      let other = traced(first).smallForms
      var end = start + 1
      while end < words.upperBound, other.contains(run: text.smallForms[start..<(end + 1)]) { end += 1 }
      for place in start..<end { found[place - words.lowerBound] = first }
      start = end
    }
    return found
  }

  /// Whether a word was part of the chair's text, of this paragraph or one that it was cut from or put together with, when a
  /// step was taken; for a delegation's step also of what another one proposes. The chair, who answers proposals, has
  /// their words from them.
  ///
  /// What a delegation only repeats of the chair's text, or what the chair's text came to say since, goes with that.
  private mutating func stands(_ word: Int32, before step: Int) -> Bool {
    if let known = standing[step] { return known.contains(word) }
    var words: Set<Int32> = []
    for chain in steps.chains.keys where chain.branch == nil || steps.steps[step].branch != nil {
      guard let last = steps.last(chain.identifier, on: chain.branch, before: step) else { continue }
      var own = Set(traced(last).smallForms)
      if let code = chain.branch {
        guard steps.mayStand(last, of: code, before: step) else { continue }
        for chairs in steps.chairs(chain.identifier, from: last, before: step) {
          own.subtract(traced(chairs).smallForms)
        }
      }
      words.formUnion(own)
    }
    standing[step] = words
    return words.contains(word)
  }

  /// The first step that has a word, unless it is `step` itself or comes after it.
  private mutating func earliest(_ word: Int32, before step: Int) -> Int? {
    if firstSteps.isEmpty {
      for index in steps.steps.indices {
        for word in traced(index).smallForms {
          while firstSteps.count <= Int(word) { firstSteps.append(-1) }
          if firstSteps[Int(word)] < 0 { firstSteps[Int(word)] = index }
        }
      }
    }
    guard firstSteps.indices.contains(Int(word)) else { return nil }
    let first = firstSteps[Int(word)]
    guard first >= 0, first < step else { return nil }
    let (then, now) = (steps.steps[first].event, steps.steps[step].event)
    // What an import brings in comes all at once.
    guard then.commit != now.commit, now.action != .importing else { return nil }
    return first
  }
}

extension [Int32] {
  /// Whether the numbers of `run` stand in it one after the other.
  fileprivate func contains(run: ArraySlice<Int32>) -> Bool {
    guard let first = run.first, run.count <= count else { return false }
    return (0...(count - run.count)).contains { start in
      self[start] == first && self[start..<(start + run.count)] == run
    }
  }
}
