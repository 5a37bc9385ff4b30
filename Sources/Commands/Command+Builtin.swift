extension Command {
  /// `help [COMMAND]`: the same as `--help`.
  package static func help(_ programName: String) -> Command {
    let words = optionalPositional("command", String.self, "The command to explain", completion: .words([]))
    return Command(
      "help", "Explain the program or one of its commands", discussion: "",
      examples: [Example("\(programName) help", "List the commands")], statuses: [],
      arguments: words.descriptions, rules: []
    ) { invocation in
      let program = invocation.program
      let name = try words.value(invocation.words)
      let command = name.flatMap { program.command(named: $0) }
      if let name, command == nil {
        throw CommandError(
          .unknownCommand, "There is no command '\(name)'.",
          hint: nearest(to: name, in: program.commands.map(\.name)).map { "Did you mean '\($0)'?" })
      }
      let output = invocation.streams.output
      try output.write(program.help(of: command, isStyled: output.isStyled))
      return .done
    }
  }

  /// `manual`: the program's man page.
  package static func manual(_ programName: String) -> Command {
    Command(
      "manual", "Print the manual as a man page", discussion: "",
      examples: [Example("\(programName) manual | man -l -", "Read the manual")], statuses: [],
      arguments: [], rules: []
    ) { invocation in
      try invocation.streams.output.write(invocation.program.manual())
      return .done
    }
  }

  /// `completions SHELL`: the script that makes a shell complete the program's words.
  package static func completions(_ programName: String) -> Command {
    let shell = positional("shell", Shell.self, "The shell: bash, zsh or fish")
    return Command(
      "completions", "Print the completion script of a shell", discussion: "",
      examples: [Example("source <(\(programName) completions bash)", "Complete words in this shell")], statuses: [],
      arguments: shell.descriptions, rules: []
    ) { invocation in
      try invocation.streams.output.write(invocation.program.completions(try shell.value(invocation.words)))
      return .done
    }
  }
}
