import Merging

/// The house style without escapes, enough to show a tree in a test.
func oas(_ text: BracketedText) -> String {
  text.pieces.map { piece in
    switch piece {
    case .text(let text): text
    case .bracket(let bracket): oas(bracket)
    }
  }.joined()
}

private func oas(_ bracket: Bracket) -> String {
  let isAlone = bracket.alternatives.count == 1
  let sides = bracket.alternatives.map { side in
    let labels = side.labels.joined(separator: ", ") + ":"
    if side.content.isEmpty { return isAlone ? labels : labels + " –" }
    return labels + " " + oas(side.content)
  }
  let struck = bracket.struck.map { " ~~" + oas($0) + "~~" } ?? ""
  return "[" + sides.joined(separator: " / ") + struck + "]"
}

/// The bracketed line of a base and its versions.
func merged(_ base: String, _ versions: KeyValuePairs<String, String>) -> String {
  oas(consolidated(base: base, versions: versions.map { Version(label: $0.key, text: $0.value) }))
}

/// The bracketed line of a base and versions that may amend each other.
func merged(_ base: String, _ versions: [Version]) -> String {
  oas(consolidated(base: base, versions: versions))
}
