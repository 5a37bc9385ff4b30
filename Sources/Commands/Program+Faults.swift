extension Program {
  /// What is wrong with the declarations themselves, a sentence each; a test asks that there be nothing.
  ///
  /// What the types cannot say: names that clash, a rule about an argument that is not there, an argument that must be
  /// given after one that may be left out, a command without an example.
  package var faults: [String] {
    var faults: [String] = []
    for name in repeated(commands.map(\.name)) { faults.append("The command \(name) is declared twice.") }
    for member in groups.flatMap(\.members) where member.name != member.command.name {
      faults.append("The command \(member.command.name) is listed as \(member.name).")
    }
    faults += faultsOf(allOptions, optionRules, within: name)
    for command in commands {
      let place = "\(name) \(command.name)"
      faults += faultsOf(command.arguments + allOptions, command.rules, within: place)
      if command.examples.isEmpty { faults.append("\(place) has no example.") }
      if command.summary.hasSuffix(".") { faults.append("The summary of \(place) ends with a full stop.") }
    }
    return faults
  }

  private func faultsOf(_ arguments: [ArgumentDescription], _ rules: [ArgumentRule], within place: String) -> [String] {
    var faults: [String] = []
    for name in repeated(arguments.map(\.name)) { faults.append("\(place) declares \(name) twice.") }
    for short in repeated(arguments.compactMap { $0.short.map(String.init) }) {
      faults.append("\(place) declares -\(short) twice.")
    }
    for argument in arguments where argument.name.hasPrefix("--") == (argument.kind == .positional) {
      faults.append("\(place): an option begins with --, and nothing else does: \(argument.name).")
    }
    let names = Set(arguments.map(\.name))
    for name in rules.flatMap(\.allNames) where !names.contains(name) {
      faults.append("\(place): a rule speaks of \(name), which is not declared.")
    }
    let positionals = arguments.filter { $0.kind == .positional }
    for (earlier, later) in zip(positionals, positionals.dropFirst())
    where earlier.isRepeated || earlier.count == .optional && later.least > 0 {
      faults.append("\(place): nothing can follow \(earlier.placeholder), or it can never be left out.")
    }
    return faults
  }

  private func repeated(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { !seen.insert($0).inserted }
  }
}
