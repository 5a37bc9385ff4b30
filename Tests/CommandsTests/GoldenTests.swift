import Commands
import Glibc
import Testing

@Suite("Help, manual and completions as they are printed")
struct GoldenTests {
  @Test(
    "golden pages",
    arguments: [
      ("help.txt", ["--help"]),
      ("help-propose.txt", ["propose", "--help"]),
      ("help-merge.txt", ["help", "merge"]),
      ("help-log.txt", ["log", "--help", "--bogus"]),
      ("sample.1", ["manual"]),
      ("sample.bash", ["completions", "bash"]),
      ("sample.zsh", ["completions", "zsh"]),
      ("sample.fish", ["completions", "fish"]),
    ])
  func pagesAreGolden(file: String, line: [String]) throws {
    let (output, errors) = (MemorySink(), MemorySink())
    let status = sample.run(
      line, streams: Streams(input: Input(text: ""), output: Output(output), errors: Output(errors)))
    #expect(status == .done)
    #expect(errors.text == "")
    try expectGolden(output.text, file)
  }

  @Test func everyHelpPageFitsEightyColumns() {
    for command in sample.commands {
      for line in sample.help(of: command, isStyled: false).split(separator: "\n")
      where !line.hasPrefix("    \(sample.name) ") {
        #expect(line.count <= 80, "\(command.name): \(line)")
      }
    }
  }

  @Test func headingsAreBoldOnATerminalAlone() {
    let styled = sample.help(of: nil, isStyled: true)
    #expect(styled.hasPrefix("\u{1B}[1mUsage:\u{1B}[0m sample "))
    let bare = styled.split(separator: "\u{1B}[1m", omittingEmptySubsequences: false).joined()
      .split(separator: "\u{1B}[0m", omittingEmptySubsequences: false).joined()
    #expect(bare == sample.help(of: nil, isStyled: false))
  }

  @Test func versionIsOneLine() {
    #expect(answer("--version") == Answer(output: "sample 1.2\n"))
    #expect(answer("log", "--version") == Answer(output: "sample 1.2\n"))
  }

  @Test func helpOfAWrongLineIsStillHelp() {
    #expect(answer("propose", "--bogus", "-c", "XXX", "--help").output == answer("help", "propose").output)
    #expect(answer("help").output == answer("--help").output)
  }
}

/// Compares with the golden file, or rewrites it where `AMEND_RECORD` is `1`.
private func expectGolden(_ text: String, _ file: String, at location: SourceLocation = #_sourceLocation) throws {
  let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
  let path = "/\(folder)/Golden/\(file)"
  if environmentVariable("AMEND_RECORD") == "1" {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    try #require(descriptor >= 0, "cannot write \(path)", sourceLocation: location)
    defer { close(descriptor) }
    let output = Output(DescriptorSink(descriptor, named: path))
    try output.write(text)
    try output.flush()
    return
  }
  let descriptor = unsafe open(path, O_RDONLY)
  try #require(descriptor >= 0, "cannot read \(path)", sourceLocation: location)
  defer { close(descriptor) }
  let golden = String(decoding: try Input(DescriptorSource(descriptor)).all(), as: UTF8.self)
  #expect(text == golden, sourceLocation: location)
}
