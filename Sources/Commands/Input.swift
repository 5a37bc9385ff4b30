/// Where bytes come from: a file descriptor, or memory in tests.
package protocol ByteSource: AnyObject {
  /// The next bytes, as many as come at once; empty at the end.
  func next() throws(CommandError) -> [UInt8]
}

/// The stream a command reads.
package final class Input {
  private let source: any ByteSource
  private var buffer: [UInt8] = []
  private var start = 0
  private var ended = false

  package init(_ source: any ByteSource) { self.source = source }

  /// An input that holds `text`.
  package convenience init(text: String) { self.init(MemorySource(Array(text.utf8))) }

  /// The next line without its line break; `nil` at the end. A last line without a line break is a line.
  ///
  /// - Cost: linear in the length of the line.
  package func line() throws(CommandError) -> [UInt8]? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        defer { start = end + 1 }
        return Array(buffer[start..<end])
      }
      searched = buffer.count
      if ended {
        guard start < buffer.count else { return nil }
        defer { start = buffer.count }
        return Array(buffer[start...])
      }
      searched -= start
      try fill()
    }
  }

  /// What comes next, as many bytes as come at once; `nil` at the end.
  package func block() throws(CommandError) -> [UInt8]? {
    if start == buffer.count, !ended {
      (buffer, start) = ([], 0)
      try fill()
    }
    guard start < buffer.count else { return nil }
    defer { (buffer, start) = ([], 0) }
    return start == 0 ? buffer : Array(buffer[start...])
  }

  /// All that is left.
  package func all() throws(CommandError) -> [UInt8] {
    while !ended { try fill() }
    defer { start = buffer.count }
    return Array(buffer[start...])
  }

  private func fill() throws(CommandError) {
    let bytes = try source.next()
    if bytes.isEmpty { ended = true }
    if start == buffer.count {
      buffer = bytes
    } else {
      buffer.removeFirst(start)
      buffer += bytes
    }
    start = 0
  }
}

private final class MemorySource: ByteSource {
  private var bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func next() throws(CommandError) -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }
}
