/// A JSON text as a value. Objects keep the order of their keys.
///
/// ```swift
/// let line: JSONValue = ["id": "operative/1", "places": 3, "labels": ["Mex"]]
/// ```
package enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)

  /// A number with a fraction or an exponent. JSON has no word for infinity and for what is not a number: both are
  /// written as `null`.
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)
}

extension JSONValue {
  package var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
  package var integer: Int? { if case .integer(let value) = self { value } else { nil } }
  package var string: String? { if case .string(let value) = self { value } else { nil } }
  package var array: [JSONValue]? { if case .array(let value) = self { value } else { nil } }
  package var object: JSONObject? { if case .object(let value) = self { value } else { nil } }

  /// Any number, whole or not.
  package var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }

  /// The member of an object; `nil` where there is none, and for everything that is no object.
  package subscript(key: String) -> JSONValue? { object?[key] }

  /// What kind of value it is, as an error names it: `a string`.
  package var kind: String {
    switch self {
    case .null: "null"
    case .bool: "true or false"
    case .integer, .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}

/// Keys and their values, in the order in which they are written.
///
/// Objects are equal when they hold the same members in the same order.
package struct JSONObject: Hashable, Sendable {
  package struct Member: Hashable, Sendable {
    package var key: String
    package var value: JSONValue

    package init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// What the object holds. No key stands twice.
  package private(set) var members: [Member]

  package init() { members = [] }

  /// An object of keys known to differ, which is not checked.
  package init(uncheckedUniqueKeys members: [Member]) { self.members = members }

  /// The value of a key. A new key is put last; `nil` takes a key away.
  ///
  /// Keys are compared by their code points, as JSON does, not by how they look.
  ///
  /// - Cost: linear in the number of keys.
  package subscript(key: String) -> JSONValue? {
    get { members.first { isSame($0.key, key) }?.value }
    set {
      let index = members.firstIndex { isSame($0.key, key) }
      switch (index, newValue) {
      case (let index?, let value?): members[index].value = value
      case (let index?, nil): members.remove(at: index)
      case (nil, let value?): members.append(Member(key, value))
      case (nil, nil): break
      }
    }
  }

  private func isSame(_ first: String, _ second: String) -> Bool { first.utf8.elementsEqual(second.utf8) }
}
