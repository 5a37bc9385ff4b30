package import JSON
package import Merging

extension BracketedText {
  /// The text as JSON: an array of strings and brackets, in the order in which they stand.
  ///
  /// A bracket is `{"alternatives": [{"labels": ["Mex"], "content": […]}], "struck": […]}`, `struck` being `null` for an
  /// insertion; contents and struck text are such arrays again. Nothing is escaped but what JSON itself escapes.
  ///
  /// - Parameter adding: more members for an alternative, from its labels.
  package func json(adding members: (_ labels: [String]) -> [(String, JSONValue)] = { _ in [] }) -> JSONValue {
    .array(
      pieces.map { piece in
        switch piece {
        case .text(let text): return .string(text)
        case .bracket(let bracket):
          let alternatives = bracket.alternatives.map { alternative in
            JSONValue.object(
              [("labels", .array(alternative.labels.map(JSONValue.string)))]
                + members(alternative.labels) + [("content", alternative.content.json(adding: members))])
          }
          return .object([
            ("alternatives", .array(alternatives)),
            ("struck", bracket.struck?.json(adding: members) ?? .null),
          ])
        }
      })
  }

  /// Writes ``json(adding:)``, of which no value is made: of a thousand merged paragraphs that saves a quarter of the time.
  package func write(to writer: inout JSONWriter) {
    writer.begin(.array)
    for piece in pieces {
      switch piece {
      case .text(let text): writer.write(text)
      case .bracket(let bracket): bracket.write(to: &writer)
      }
    }
    writer.end(.array)
  }

  /// The clauses that move inside the text as JSON: `[{"labels": ["Pan"], "words": "…", "from": 0, "to": 1}]`, where
  /// `from` and `to` count the brackets of ``json(adding:)`` as they begin there, from 0.
  ///
  /// - Parameter adding: more members for a clause, from its labels.
  package func movesJSON(adding members: (_ labels: [String]) -> [(String, JSONValue)] = { _ in [] }) -> JSONValue {
    .array(
      movedClauses.map { clause in
        .object(
          [("labels", .array(clause.labels.map(JSONValue.string)))] + members(clause.labels) + [
            ("words", .string(clause.words)), ("from", .integer(clause.origin)), ("to", .integer(clause.target)),
          ])
      })
  }

  /// The text that ``json(adding:)`` wrote; members that it does not know are passed over.
  ///
  /// - Returns: `nil` where `json` is not such a text.
  package init?(json: JSONValue) {
    guard let elements = json.array else { return nil }
    self.init()
    for element in elements {
      if let text = element.string {
        pieces.append(.text(text))
        continue
      }
      guard let bracket = Bracket(json: element) else { return nil }
      pieces.append(.bracket(bracket))
    }
  }
}

extension Bracket {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.begin(.object)
    writer.key("alternatives")
    writer.begin(.array)
    for alternative in alternatives {
      writer.begin(.object)
      writer.key("labels")
      writer.begin(.array)
      for label in alternative.labels { writer.write(label) }
      writer.end(.array)
      writer.key("content")
      alternative.content.write(to: &writer)
      writer.end(.object)
    }
    writer.end(.array)
    writer.key("struck")
    if let struck { struck.write(to: &writer) } else { writer.write(.null) }
    writer.end(.object)
  }

  fileprivate init?(json: JSONValue) {
    guard let list = json["alternatives"]?.array, !list.isEmpty, let struck = json["struck"] else { return nil }
    var alternatives: [Alternative] = []
    for alternative in list {
      guard let labels = alternative["labels"]?.array?.compactMap(\.string), !labels.isEmpty,
        let content = alternative["content"].flatMap({ BracketedText(json: $0) })
      else { return nil }
      alternatives.append(Alternative(labels: labels, content: content))
    }
    if struck == .null {
      self.init(alternatives: alternatives, struck: nil)
    } else {
      guard let text = BracketedText(json: struck) else { return nil }
      self.init(alternatives: alternatives, struck: text)
    }
  }
}

extension JSONValue {
  /// An object with its members in this order; the keys must differ.
  package static func object(_ members: [(String, JSONValue)]) -> JSONValue {
    .object(JSONObject(uncheckedUniqueKeys: members.map { JSONObject.Member($0.0, $0.1) }))
  }
}
