/// A whole command-line program: its commands in groups, the options every command takes, and what its manual says.
///
/// A `Context` is made from the program's own options once a command is about to run, never for help.
package struct Program<Context>: Sendable {
  package let name: String
  package let version: String

  /// The day of the version, as `2026-11-23`; stands in the manual.
  package let date: String

  /// What the program is for, in one line without a full stop.
  package let summary: String

  /// What the manual says first; paragraphs are separated by an empty line.
  package let discussion: String

  package let groups: [CommandGroup<Context>]

  /// Options of every command, accepted before and after the command word.
  package let options: [ArgumentDescription]
  package let optionRules: [ArgumentRule]

  package let statuses: [StatusMeaning]

  /// Sections of the manual beyond those that follow from the declarations: ENVIRONMENT, FILES.
  package let sections: [ManualSection]

  let makeContext: @Sendable (Streams, GivenWords) throws -> Context
  let explain: @Sendable (any Error) -> Failure

  /// - Parameters:
  ///   - explain: turns what a command throws into what the user reads; not asked about a `CommandError`.
  ///   - context: what the commands work with, from the streams and the values of the program's own options.
  package init<each Value>(
    _ name: String, version: String, date: String, _ summary: String, discussion: String = "",
    groups: [CommandGroup<Context>], statuses: [StatusMeaning] = StatusMeaning.usual, sections: [ManualSection] = [],
    explain: @escaping @Sendable (any Error) -> Failure = { Failure("\($0)") },
    rules: [ArgumentRule] = [], _ option: repeat Argument<each Value>,
    context: @escaping @Sendable (Streams, repeat each Value) throws -> Context
  ) {
    let all = group(rules: rules, repeat each option) { (value: repeat each Value) in (repeat each value) }
    self.name = name
    self.version = version
    self.date = date
    self.summary = summary
    self.discussion = discussion
    self.groups = groups
    self.options = all.descriptions
    self.optionRules = all.rules
    self.statuses = statuses
    self.sections = sections
    self.explain = explain
    makeContext = { streams, words in
      let values = try all.value(words)
      return try context(streams, repeat each values)
    }
  }

  /// Every command, in the order of the groups.
  package var commands: [Command<Context>] { groups.flatMap(\.commands) }

  /// - Cost: the declaration of that command alone is worked out.
  package func command(named name: String) -> Command<Context>? {
    for group in groups {
      if let found = group.members.first(where: { $0.name == name }) { return found.command }
    }
    return nil
  }

  /// The options of the program with the two that it answers itself.
  var allOptions: [ArgumentDescription] {
    options + [
      ArgumentDescription(flag: "--help", short: "h", "Show this help"),
      ArgumentDescription(flag: "--version", "Show the version"),
    ]
  }
}

/// Commands that belong together, under one heading of the help.
package struct CommandGroup<Context>: Sendable {
  package let title: String
  let members: [NamedCommand<Context>]

  package var commands: [Command<Context>] { members.map(\.command) }

  package init(_ title: String, _ members: [NamedCommand<Context>]) {
    self.title = title
    self.members = members
  }

  package init(_ title: String, _ commands: [Command<Context>]) {
    self.init(title, commands.map { command in NamedCommand(command.name, command) })
  }
}

/// A command known by its name. What it declares is worked out once somebody asks for it: all declarations together take
/// as long as a short command.
package struct NamedCommand<Context>: Sendable {
  let name: String
  private let declaration: @Sendable () -> Command<Context>

  /// - Parameter declaration: of that very name; a global constant, which is made once.
  package init(_ name: String, _ declaration: @autoclosure @escaping @Sendable () -> Command<Context>) {
    self.name = name
    self.declaration = declaration
  }

  var command: Command<Context> { declaration() }
}

/// A section of the manual: a list of things and what they mean.
package struct ManualSection: Hashable, Sendable {
  package struct Entry: Hashable, Sendable {
    package let term: String
    package let meaning: String

    package init(_ term: String, _ meaning: String) {
      self.term = term
      self.meaning = meaning
    }
  }

  package let title: String
  package let entries: [Entry]

  package init(_ title: String, _ entries: [Entry]) {
    self.title = title
    self.entries = entries
  }
}

extension StatusMeaning {
  /// The four exit statuses that every command keeps to.
  package static var usual: [StatusMeaning] {
    [
      StatusMeaning(.done, "Done."),
      StatusMeaning(.no, "The answer is no, or conflicts remain."),
      StatusMeaning(.wrongUsage, "The command line is wrong."),
      StatusMeaning(.failed, "The command failed."),
    ]
  }
}
