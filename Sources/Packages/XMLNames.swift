internal import Clibxml2

/// Gives names their prefixes, each name once: libxml2 has one pointer for all occurrences of a string.
@safe struct XMLNames {
  private let prefixes: [String: String]
  private var known: [Key: String] = [:]

  private struct Key: Hashable {
    var local: UInt
    var namespace: UInt
  }

  init(prefixes: [String: String]) { self.prefixes = prefixes }

  @unsafe
  mutating func name(_ local: UnsafePointer<xmlChar>?, in namespace: UnsafePointer<xmlChar>?) -> String {
    let key = Key(local: UInt(bitPattern: local), namespace: UInt(bitPattern: namespace))
    if let name = known[key] { return name }
    var name = unsafe local.map { unsafe String(cString: $0) } ?? ""
    if let namespace = unsafe namespace { name = unsafe (prefixes[String(cString: namespace)] ?? "?") + ":" + name }
    known[key] = name
    return name
  }
}
