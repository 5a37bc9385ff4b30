/// Where bytes go: a file descriptor, or memory in tests.
package protocol ByteSink: AnyObject {
  /// Takes all of the bytes, perhaps into a buffer.
  ///
  /// - Throws: `.pipeClosed` where nobody reads any more, `.outputFailed` with the reason for everything else.
  func write(_ bytes: UnsafeRawBufferPointer) throws(CommandError)

  /// Hands on what is in the buffer.
  func flush() throws(CommandError)
}

/// One of the two streams a command writes to, and what is known of its reader.
package struct Output {
  private let sink: any ByteSink

  package let isTerminal: Bool

  /// The columns of the terminal; 80 where there is none.
  package let width: Int

  /// Whether the reader can be shown bold and colour when nobody asked for or against it: a terminal that is not dumb, and
  /// no `NO_COLOR`.
  package let isStyled: Bool

  package init(_ sink: any ByteSink, isTerminal: Bool = false, width: Int = 80, isStyled: Bool = false) {
    self.sink = sink
    self.isTerminal = isTerminal
    self.width = width
    self.isStyled = isStyled
  }

  /// Whether to style what is written, given what the user said.
  package func wantsColor(_ choice: ColorChoice) -> Bool {
    switch choice {
    case .auto: isStyled
    case .always: true
    case .never: false
    }
  }

  /// Writes text as UTF-8; on a terminal with characters that are not seen by their numbers. What is written may wait in a
  /// buffer until `flush`, or until the program ends.
  package func write(_ text: String) throws(CommandError) {
    var text = isTerminal ? HiddenCharacter.shown(text) : text
    // A closure that rethrows cannot say which error; the result carries it instead.
    let result = text.withUTF8 { bytes in
      Result { () throws(CommandError) in unsafe try sink.write(UnsafeRawBufferPointer(bytes)) }
    }
    try result.get()
  }

  /// Writes bytes as they are.
  package func write(bytes: [UInt8]) throws(CommandError) { try write(piece: bytes[...]) }

  /// Writes bytes as they are, a long piece without a copy.
  package func write(piece bytes: ArraySlice<UInt8>) throws(CommandError) {
    let result = unsafe bytes.withUnsafeBytes { bytes in
      Result { () throws(CommandError) in unsafe try sink.write(bytes) }
    }
    try result.get()
  }

  package func flush() throws(CommandError) { try sink.flush() }

  /// Begins the last line of a terminal anew.
  package func eraseLine() {
    do throws(CommandError) {
      try write(bytes: Array("\r\u{1B}[K".utf8))
      try flush()
    } catch {
      // There is no other place to say so.
    }
  }

  /// Writes what nobody must be told the loss of: a warning or the progress on the error stream.
  package func note(_ text: String) {
    do throws(CommandError) {
      try write(text)
      try flush()
    } catch {
      // There is no other place to say so.
    }
  }

  func flushQuietly() {
    do throws(CommandError) { try flush() } catch {
      // The error that is being reported came first.
    }
  }
}

/// What the user said about colour.
package enum ColorChoice: String, CaseIterable, ArgumentValue {
  case auto, always, never

  package static var placeholder: String { "WHEN" }
}

/// Keeps what is written, for tests and for output that is wanted as a value.
package final class MemorySink: ByteSink {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package func write(_ bytes: UnsafeRawBufferPointer) throws(CommandError) {
    unsafe self.bytes.append(contentsOf: bytes)
  }
  package func flush() throws(CommandError) {}

  /// What was written, as text.
  package var text: String { String(decoding: bytes, as: UTF8.self) }
}
