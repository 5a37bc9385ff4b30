import Glibc

/// Writes to a file descriptor through a buffer.
///
/// After a failure the sink swallows what follows, so that what was lost is reported once.
package final class DescriptorSink: ByteSink {
  private let descriptor: Int32
  private let name: String
  private var buffer: [UInt8] = []
  private var hasFailed = false
  private static let capacity = 1 << 16

  /// - Parameter name: what an error calls the stream.
  package init(_ descriptor: Int32, named name: String) {
    self.descriptor = descriptor
    self.name = name
  }

  package func write(_ bytes: UnsafeRawBufferPointer) throws(CommandError) {
    if hasFailed { return }
    if bytes.count >= Self.capacity {
      try flush()
      return unsafe try put(bytes)
    }
    unsafe buffer.append(contentsOf: bytes)
    if buffer.count >= Self.capacity { try flush() }
  }

  package func flush() throws(CommandError) {
    defer { buffer.removeAll(keepingCapacity: true) }
    let result = unsafe buffer.withUnsafeBytes { bytes in
      Result { () throws(CommandError) in unsafe try put(bytes) }
    }
    try result.get()
  }

  private func put(_ bytes: UnsafeRawBufferPointer) throws(CommandError) {
    var written = 0
    while written < bytes.count, !hasFailed {
      let count = unsafe Glibc.write(descriptor, bytes.baseAddress.map { unsafe $0 + written }, bytes.count - written)
      if count >= 0 {
        written += count
      } else if errno == EAGAIN {
        wait(for: POLLOUT, on: descriptor)
      } else if errno != EINTR {
        let number = errno
        hasFailed = true
        if number == EPIPE { throw CommandError(.pipeClosed, "The reader of \(name) has gone.") }
        throw CommandError(.outputFailed, "Cannot write to \(name): \(systemMessage(number)).")
      }
    }
  }
}

/// Reads from a file descriptor.
package final class DescriptorSource: ByteSource {
  private let descriptor: Int32

  package init(_ descriptor: Int32) { self.descriptor = descriptor }

  package func next() throws(CommandError) -> [UInt8] {
    while true {
      var count = 0
      let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, filled in
        count = unsafe read(descriptor, buffer.baseAddress, buffer.count)
        filled = max(count, 0)
      }
      if count >= 0 { return bytes }
      if errno == EAGAIN {
        wait(for: POLLIN, on: descriptor)
      } else if errno != EINTR {
        throw CommandError(.inputFailed, "Cannot read standard input: \(systemMessage(errno)).")
      }
    }
  }
}

extension Output {
  /// A stream of the process, with what its terminal can show.
  static func descriptor(_ descriptor: Int32, named name: String, environment: (String) -> String?) -> Output {
    let isTerminal = isatty(descriptor) == 1
    let refusesColor = environment("NO_COLOR").map { !$0.isEmpty } ?? false
    return Output(
      DescriptorSink(descriptor, named: name), isTerminal: isTerminal,
      width: environment("COLUMNS").flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
        ?? (isTerminal ? terminalWidth(descriptor) : nil) ?? 80,
      isStyled: isTerminal && !refusesColor && environment("TERM") != "dumb")
  }
}

private func terminalWidth(_ descriptor: Int32) -> Int? {
  var size = winsize()
  let answer = unsafe withUnsafeMutablePointer(to: &size) { unsafe ioctl(descriptor, UInt(TIOCGWINSZ), $0) }
  return answer == 0 && size.ws_col > 0 ? Int(size.ws_col) : nil
}

/// Another program may have set a stream that it shares with this one not to block.
private func wait(for event: Int32, on descriptor: Int32) {
  var waiting = pollfd(fd: descriptor, events: Int16(event), revents: 0)
  _ = unsafe poll(&waiting, 1, -1)
}

/// What the system says about an error number.
@safe
private func systemMessage(_ number: Int32) -> String {
  unsafe strerror(number).map { unsafe String(cString: $0) } ?? "error \(number)"
}
