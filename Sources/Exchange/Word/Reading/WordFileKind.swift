/// What a file is by its first bytes, whatever it is called.
package enum WordFileKind: Hashable, Sendable {
  /// A zip package: a Word document, an OpenDocument text, or another.
  case package
  /// The container of Word before 2007, and of documents with a password.
  case compound
  case rtf
  case pdf
  case other

  package init(_ bytes: [UInt8]) {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      self = .package
    } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      self = .compound
    } else if bytes.starts(with: "{\\rtf".utf8) {
      self = .rtf
    } else if bytes.starts(with: "%PDF-".utf8) {
      self = .pdf
    } else {
      self = .other
    }
  }
}
