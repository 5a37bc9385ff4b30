import Commands
import Testing

@Suite("Declarations")
struct DeclarationTests {
  @Test func theSampleProgramHasNoFault() {
    #expect(sample.faults == [])
  }

  /// A command is listed under a name so that no other declaration is needed to find it.
  @Test func commandIsListedUnderItsOwnName() {
    let program = Program<Int>(
      "bad", version: "0", date: "2026-11-23", "Show faults",
      groups: [
        CommandGroup(
          "All", [NamedCommand("b", Command("a", "First", examples: [Example("bad a", "Go")]) { _ in .done })])
      ]
    ) { _ in 0 }
    #expect(program.faults == ["The command a is listed as b."])
  }

  @Test func faultsOfDeclarationsAreFound() {
    let example = Example("bad", "Show a fault")
    let program = Program<Int>(
      "bad", version: "0", date: "2026-11-23", "Show faults",
      groups: [
        CommandGroup(
          "All",
          [
            Command(
              "a", "First", examples: [example], rules: [.needs("--x", oneOf: "--absent")],
              flag("--x", short: "q", "One"), flag("--x", "Two")
            ) { _, _, _ in .done },
            Command(
              "a", "Second.", optionalPositional("p", Int.self, "One"), positional("r", Int.self, "Two"),
              flag("odd", "Three")
            ) { _, _, _, _ in .done },
          ])
      ],
      flag("--quiet", short: "q", "Be quiet")
    ) { _, _ in 0 }
    #expect(
      program.faults == [
        "The command a is declared twice.",
        "bad a declares --x twice.",
        "bad a declares -q twice.",
        "bad a: a rule speaks of --absent, which is not declared.",
        "bad a: an option begins with --, and nothing else does: odd.",
        "bad a: nothing can follow P, or it can never be left out.",
        "bad a has no example.",
        "The summary of bad a ends with a full stop.",
      ])
  }
}
