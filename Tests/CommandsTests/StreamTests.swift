import Commands
import Glibc
import Testing

@Suite("Streams")
struct StreamTests {
  @Test func whatIsWrittenWaitsForTheFlush() throws {
    let pipe = try Pipe()
    let output = Output(DescriptorSink(pipe.writing, named: "a pipe"))
    try output.write("one ")
    try output.write(bytes: Array("two".utf8))
    #expect(pipe.waiting == 0)
    try output.flush()
    pipe.closeWriting()
    #expect(String(decoding: try Input(DescriptorSource(pipe.reading)).all(), as: UTF8.self) == "one two")
  }

  @Test func aFullDiskIsReportedOnce() throws {
    let descriptor = unsafe open("/dev/full", O_WRONLY)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    let output = Output(DescriptorSink(descriptor, named: "standard output"))
    try output.write("lost")
    let error = CommandError(.outputFailed, "Cannot write to standard output: No space left on device.")
    #expect(throws: error) { try output.flush() }
    try output.write("more")
    try output.flush()
  }

  @Test func aFullDiskIsAFailureOfTheCommand() throws {
    let descriptor = unsafe open("/dev/full", O_WRONLY)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    let errors = MemorySink()
    let status = sample.run(
      ["manual"],
      streams: Streams(
        input: Input(text: ""), output: Output(DescriptorSink(descriptor, named: "standard output")),
        errors: Output(errors)))
    #expect(status == .failed)
    #expect(errors.text == "sample: Cannot write to standard output: No space left on device.\n")
  }

  @Test func aClosedPipeEndsQuietly() throws {
    signal(SIGPIPE, SIG_IGN)
    let pipe = try Pipe()
    pipe.closeReading()
    let errors = MemorySink()
    let status = sample.run(
      ["manual"],
      streams: Streams(
        input: Input(text: ""), output: Output(DescriptorSink(pipe.writing, named: "standard output")),
        errors: Output(errors)))
    #expect(status == .pipeClosed)
    #expect(status.code == 141)
    #expect(errors.text == "")
  }

  @Test func aPipeThatDoesNotBlockIsWaitedFor() async throws {
    let pipe = try Pipe()
    #expect(fcntl(pipe.writing, F_SETFL, O_NONBLOCK) == 0)
    let text = String(repeating: "x", count: 300_000)
    let reading = pipe.reading
    let reader = Task.detached { try Input(DescriptorSource(reading)).all().count }
    let output = Output(DescriptorSink(pipe.writing, named: "a pipe"))
    try output.write(text)
    try output.flush()
    pipe.closeWriting()
    #expect(try await reader.value == 300_000)
  }

  @Test func linesAreReadWhateverTheirLength() throws {
    let long = String(repeating: "x", count: 200_000)
    let input = Input(text: "a\n\n\(long)\nlast")
    var lines: [String] = []
    while let line = try input.line() { lines.append(String(decoding: line, as: UTF8.self)) }
    #expect(lines == ["a", "", long, "last"])
    #expect(try input.line() == nil)
    let rest = Input(text: "a\nb\nc")
    _ = try rest.line()
    #expect(String(decoding: try rest.all(), as: UTF8.self) == "b\nc")
    #expect(try Input(text: "").line() == nil)
  }

  @Test func linesThatComeInPiecesAreJoined() throws {
    let pipe = try Pipe()
    let output = Output(DescriptorSink(pipe.writing, named: "a pipe"))
    let input = Input(DescriptorSource(pipe.reading))
    try output.write("fir")
    try output.flush()
    let source = input
    try output.write("st\nsecond\nthi")
    try output.flush()
    #expect(try source.line() == Array("first".utf8))
    try output.write("rd")
    try output.flush()
    pipe.closeWriting()
    #expect(try source.line() == Array("second".utf8))
    #expect(try source.line() == Array("third".utf8))
    #expect(try source.line() == nil)
  }

  @Test func colorFollowsTheUserBeforeTheTerminal() {
    let (plain, terminal) = (Output(MemorySink()), Output(MemorySink(), isTerminal: true, isStyled: true))
    #expect(ColorChoice.allCases.map { plain.wantsColor($0) } == [false, true, false])
    #expect(ColorChoice.allCases.map { terminal.wantsColor($0) } == [true, true, false])
  }
}

/// The two ends of a pipe, closed with it.
private final class Pipe {
  private(set) var reading: Int32
  private(set) var writing: Int32

  init() throws {
    var ends: [Int32] = [-1, -1]
    try #require(unsafe pipe(&ends) == 0)
    (reading, writing) = (ends[0], ends[1])
  }

  deinit {
    closeReading()
    closeWriting()
  }

  /// The bytes that could be read at once.
  var waiting: Int {
    var count: Int32 = 0
    let answer = unsafe withUnsafeMutablePointer(to: &count) { unsafe ioctl(reading, UInt(FIONREAD), $0) }
    return answer == 0 ? Int(count) : -1
  }

  func closeReading() {
    if reading >= 0 { close(reading) }
    reading = -1
  }

  func closeWriting() {
    if writing >= 0 { close(writing) }
    writing = -1
  }
}
