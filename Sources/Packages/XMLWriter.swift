internal import Clibxml2

/// Writes an XML document into memory, over libxml2's writer: UTF-8, with its declaration, without white space of its own.
@safe package struct XMLWriter: ~Copyable {
  @unsafe private let buffer: xmlBufferPtr
  @unsafe private let writer: xmlTextWriterPtr

  package init() throws(PackageError) {
    guard let made = unsafe xmlBufferCreate() else { throw PackageError(.other, "no memory is left") }
    guard let writer = unsafe xmlNewTextWriterMemory(made, 0) else {
      unsafe xmlBufferFree(made)
      throw PackageError(.other, "no memory is left")
    }
    _ = unsafe xmlTextWriterStartDocument(writer, nil, "UTF-8", "yes")
    unsafe buffer = made
    unsafe self.writer = writer
  }

  deinit {
    unsafe xmlFreeTextWriter(writer)
    unsafe xmlBufferFree(buffer)
  }

  /// Begins an element: `w:p`.
  package mutating func start(_ name: String) throws(PackageError) {
    try check(unsafe name.withCString { unsafe xmlTextWriterStartElement(writer, $0) })
  }

  /// Adds an attribute to the element that has just begun.
  package mutating func attribute(_ name: String, _ value: String) throws(PackageError) {
    let status = unsafe name.withCString { name in
      unsafe allowed(value).withCString { unsafe xmlTextWriterWriteAttribute(writer, name, $0) }
    }
    try check(status)
  }

  /// Writes text, escaped where needed. Characters that XML 1.0 cannot hold become U+FFFD.
  package mutating func text(_ text: String) throws(PackageError) {
    try check(unsafe allowed(text).withCString { unsafe xmlTextWriterWriteString(writer, $0) })
  }

  /// Ends the element that was begun last and has not ended.
  package mutating func end() throws(PackageError) {
    try check(unsafe xmlTextWriterEndElement(writer))
  }

  /// An element with its attributes and whatever `content` writes into it.
  package mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:],
    _ content: (inout XMLWriter) throws(PackageError) -> Void = { (_: inout XMLWriter) throws(PackageError) in }
  ) throws(PackageError) {
    try start(name)
    for (name, value) in attributes { try attribute(name, value) }
    try content(&self)
    try end()
  }

  /// Ends whatever is open and gives the document.
  package consuming func finished() throws(PackageError) -> [UInt8] {
    try check(unsafe xmlTextWriterEndDocument(writer))
    guard let content = unsafe xmlBufferContent(buffer) else { return [] }
    let count = unsafe Int(xmlBufferLength(buffer))
    return unsafe Array(UnsafeBufferPointer(start: content, count: count))
  }

  private func check(_ status: Int32) throws(PackageError) {
    if status < 0 { throw PackageError(.other, "libxml2 cannot write the document") }
  }

  /// A quick look before a closer one, which hardly any text needs.
  private static func mayHoldForbidden(_ text: Span<UInt8>) -> Bool {
    for index in text.indices where text[index] < 0x20 || text[index] == 0xEF { return true }
    return false
  }

  private func allowed(_ text: String) -> String {
    func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: false
      case 0..<0x20, 0xFFFE, 0xFFFF: true
      default: false
      }
    }
    guard Self.mayHoldForbidden(text.utf8.span), text.unicodeScalars.contains(where: isForbidden)
    else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { isForbidden($0) ? "\u{FFFD}" : $0 }))
  }
}
