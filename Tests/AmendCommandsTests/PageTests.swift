@testable import AmendCommands
import Commands
import Testing

@Suite("Pages that follow from the declarations")
struct PageTests {
  @Test func declarationsHaveNoFault() { #expect(amendProgram.faults == []) }

  @Test(arguments: [nil] + amendProgram.commands.map { Optional($0.name) })
  func helpIsGolden(command: String?) throws {
    let room = try Room()
    if let command { room.amend(command, "--help") } else { room.amend("--help") }
    try expectGolden(room.transcript, "help\(command.map { "-" + $0 } ?? "").txt")
  }

  @Test(arguments: [("amend.1", ["manual"])] + ["bash", "zsh", "fish"].map { ("amend.\($0)", ["completions", $0]) })
  func pagesAreGolden(file: String, words: [String]) throws {
    let room = try Room()
    let answer = words.count == 1 ? room.amend(words[0]) : room.amend(words[0], words[1])
    #expect((answer.status, answer.errors) == (0, ""))
    try expectGolden(answer.output, file)
  }
}
