internal import Clibxml2

/// What comes next in an XML document.
package enum XMLEvent: Hashable, Sendable {
  /// An element begins, its name with the prefix that the reader was told for its namespace: `w:p`.
  case start(String)
  /// The element that was begun last and has not ended ends; an empty element ends too.
  case end
  case text(String)
}

/// Reads an XML document piece by piece from memory, over libxml2's pull reader.
///
/// Nothing is fetched and no entity is expanded: a document type is refused. Elements nest at most 256 deep, and a
/// piece of text has at most 10 MB: libxml2's own limits. An element has at most 256 attributes.
@safe package struct XMLReader: ~Copyable {
  @unsafe private let reader: xmlTextReaderPtr
  private let bytes: ForeignBytes
  private let fault = XMLFault()
  private let part: String
  private var names: XMLNames
  private var isAtEmptyElement = false

  /// How many elements are open.
  package private(set) var depth = 0

  /// - Parameters:
  ///   - part: the name of the document, for errors.
  ///   - prefixes: the prefix by which the names of each namespace begin; elements and attributes of any other
  ///     namespace begin with `?:`.
  package init(_ content: [UInt8], part: String, prefixes: [String: String]) throws(PackageError) {
    try Self.refuseWide(content, part: part)
    let bytes = ForeignBytes(content)
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_COMPACT.rawValue
    guard content.count <= Int32.max,
      let made = unsafe xmlReaderForMemory(
        UnsafeRawPointer(bytes.start).assumingMemoryBound(to: CChar.self), Int32(content.count), nil, nil,
        Int32(bitPattern: options))
    else { throw PackageError(.malformed, "'\(part)' cannot be read as XML") }
    self.bytes = bytes
    self.part = part
    names = XMLNames(prefixes: prefixes)
    unsafe reader = made
    unsafe xmlTextReaderSetStructuredErrorHandler(
      reader, { context, error in unsafe XMLFault.note(context, error) }, Unmanaged.passUnretained(fault).toOpaque())
  }

  deinit { unsafe xmlFreeTextReader(reader) }

  /// The next event; `nil` after the last.
  ///
  /// - Throws: `PackageError.malformed` with the line, `.documentType`.
  package mutating func next() throws(PackageError) -> XMLEvent? {
    if isAtEmptyElement {
      isAtEmptyElement = false
      depth -= 1
      return .end
    }
    while true {
      let answer = unsafe xmlTextReaderRead(reader)
      if answer == 0 { return nil }
      guard answer == 1 else { throw malformed() }
      switch unsafe xmlTextReaderNodeType(reader) {
      case Int32(XML_READER_TYPE_ELEMENT.rawValue):
        isAtEmptyElement = unsafe xmlTextReaderIsEmptyElement(reader) == 1
        depth += 1
        return .start(name())
      case Int32(XML_READER_TYPE_END_ELEMENT.rawValue):
        depth -= 1
        return .end
      case Int32(XML_READER_TYPE_TEXT.rawValue), Int32(XML_READER_TYPE_CDATA.rawValue),
        Int32(XML_READER_TYPE_WHITESPACE.rawValue), Int32(XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue):
        return .text(value())
      case Int32(XML_READER_TYPE_DOCUMENT_TYPE.rawValue), Int32(XML_READER_TYPE_ENTITY_REFERENCE.rawValue):
        throw PackageError(.documentType, "'\(part)' declares a document type or entities, which no Word document does")
      default: continue
      }
    }
  }

  /// The value of an attribute of the element that has just begun: `w:val`; `nil` where it has none of that name.
  ///
  /// - Cost: linear in the attributes of the element.
  package mutating func attribute(_ wanted: String) -> String? {
    var found: String?
    while unsafe xmlTextReaderMoveToNextAttribute(reader) == 1 {
      if name() == wanted {
        found = value()
        break
      }
    }
    _ = unsafe xmlTextReaderMoveToElement(reader)
    return found
  }

  private mutating func name() -> String {
    unsafe names.name(
      xmlTextReaderConstLocalName(reader),
      in: xmlTextReaderConstNamespaceUri(reader))
  }

  private func value() -> String {
    guard let text = unsafe xmlTextReaderConstValue(reader) else { return "" }
    return unsafe String(cString: text)
  }

  private func malformed() -> PackageError {
    let line = unsafe xmlTextReaderGetParserLineNumber(reader)
    if fault.isTooDeep {
      return PackageError(.malformed, "'\(part)' is nested more than 256 elements deep")
    }
    return PackageError(.malformed, "'\(part)' is no well-formed XML, line \(max(line, 1)): \(fault.message)")
  }
}

extension XMLReader {
  /// Goes through what stands directly in the element that has just begun, up to its end. What `body` leaves unread of
  /// a child is passed over.
  package mutating func forEachChild(
    _ body: (inout XMLReader, XMLEvent) throws(PackageError) -> Void
  ) throws(PackageError) {
    let level = depth
    while let event = try next() {
      if event == .end { return }
      try body(&self, event)
      while depth > level, try next() != nil {}
    }
  }
}
