/// White space that has been read and may still change, by ``Gap/code(of:)``. Nearly always none, or one space.
struct PendingSpace {
  /// Whether it is one space, where there are no others.
  private var isSpace = false
  private var others: [Int32] = []

  var isEmpty: Bool { !isSpace && others.isEmpty }

  /// The code of the last; `nil` where there is none.
  var last: Int32? { others.last ?? (isSpace ? -1 : nil) }

  /// None or one space; `nil` where it is anything else.
  var plain: Gap? { others.isEmpty ? isSpace ? .space : Gap.none : nil }

  /// Makes it none or one space.
  mutating func set(_ plain: Gap) {
    removeAll()
    isSpace = plain == .space
  }

  mutating func append(_ gap: Gap, isFirstDropped: Bool, _ lexicon: Lexicon) {
    if gap == .none || (gap == .space && isFirstDropped) { return }
    if gap == .space, isEmpty {
      isSpace = true
      return
    }
    if isSpace { others.append(-1) }
    isSpace = false
    others += lexicon.codes(gap).dropFirst(isFirstDropped ? 1 : 0)
  }

  mutating func removeLast() {
    if others.isEmpty { isSpace = false } else { others.removeLast() }
  }

  mutating func removeAll() {
    isSpace = false
    if !others.isEmpty { others = [] }
  }

  func isSame(as gap: Gap, _ lexicon: Lexicon) -> Bool {
    others.isEmpty ? gap == (isSpace ? .space : .none) : others == lexicon.codes(gap)
  }
}
