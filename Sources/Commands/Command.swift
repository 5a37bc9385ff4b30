/// One command: its name, its arguments with their types, and what it does.
///
/// The reader of the command line, help, manual and completions all read this one value.
///
/// ```swift
/// let propose = Command<Session>(
///   "propose", "Propose a change to a paragraph",
///   examples: [Example("amend propose --country VEN 17", "Propose for Venezuela")],
///   required("--country", CountryCode.self, "The delegation that proposes"),
///   positional("paragraph", ParagraphAddress.self, "The paragraph to change")
/// ) { session, country, paragraph in .done }
/// ```
package struct Command<Context>: Sendable {
  package let name: String

  /// What the command does, in one line without a full stop.
  package let summary: String

  /// What else a user should know; paragraphs are separated by an empty line.
  package let discussion: String

  package let examples: [Example]

  /// What an exit status means here, where it says more than the usual.
  package let statuses: [StatusMeaning]

  package let arguments: [ArgumentDescription]
  package let rules: [ArgumentRule]
  let action: @Sendable (Invocation<Context>) throws -> ExitStatus

  /// A command whose `run` is given the program's context and one value an argument.
  ///
  /// - Parameter run: says how the command ended, or throws; the program explains what it throws.
  package init<each Value>(
    _ name: String, _ summary: String, discussion: String = "", examples: [Example] = [],
    statuses: [StatusMeaning] = [], rules: [ArgumentRule] = [],
    _ argument: repeat Argument<each Value>,
    run: @escaping @Sendable (Context, repeat each Value) throws -> ExitStatus
  ) {
    let all = group(rules: rules, repeat each argument) { (value: repeat each Value) in (repeat each value) }
    self.init(
      name, summary, discussion: discussion, examples: examples, statuses: statuses,
      arguments: all.descriptions, rules: all.rules
    ) { invocation in
      let values = try all.value(invocation.words)
      let context = try invocation.context()
      return try run(context, repeat each values)
    }
  }

  init(
    _ name: String, _ summary: String, discussion: String, examples: [Example], statuses: [StatusMeaning],
    arguments: [ArgumentDescription], rules: [ArgumentRule],
    action: @escaping @Sendable (Invocation<Context>) throws -> ExitStatus
  ) {
    self.name = name
    self.summary = summary
    self.discussion = discussion
    self.examples = examples
    self.statuses = statuses
    self.arguments = arguments
    self.rules = rules
    self.action = action
  }
}

/// A command line that works, and what it does.
package struct Example: Hashable, Sendable {
  package let line: String
  package let summary: String

  package init(_ line: String, _ summary: String) {
    self.line = line
    self.summary = summary
  }
}

/// What an exit status means.
package struct StatusMeaning: Hashable, Sendable {
  package let status: ExitStatus
  package let meaning: String

  package init(_ status: ExitStatus, _ meaning: String) {
    self.status = status
    self.meaning = meaning
  }
}

/// One run of a command: the words it was given, and the program round it.
struct Invocation<Context> {
  let program: Program<Context>
  let streams: Streams
  let words: GivenWords

  func context() throws -> Context { try program.makeContext(streams, words) }
}
