internal import Commands
internal import Drafting
internal import Glibc
internal import Negotiation
internal import Git

/// One run of the program: its streams and the options that every command takes.
package struct Session {
  let streams: Streams
  let repository: String?
  let language: Language?
  let isJSON: Bool
  let isQuiet: Bool
  let color: ColorChoice
  let name: String?
  let email: String?
  let date: Timestamp?

  /// The negotiation that the command works on. Of a copy that may lack something a person is told.
  func negotiation() throws -> Negotiation {
    let negotiation = try opened()
    for text in try negotiation.remarksOnCopy() { try remark(text) }
    return negotiation
  }

  private func opened() throws -> Negotiation {
    let found = namedRepository == nil ? try Negotiation(around: ".") : nil
    let negotiation = try found ?? Negotiation(at: repositoryPath())
    negotiation.countsUntouched = isJSON
    return negotiation
  }

  private var namedRepository: String? {
    repository ?? streams.environment("AMEND_REPO").flatMap { $0.isEmpty ? nil : $0 }
  }

  /// `--repo`, else `$AMEND_REPO`, else the negotiation round the current folder, else the only one under `Repos/`.
  func repositoryPath() throws -> String {
    if let path = namedRepository { return path }
    if let path = Negotiation.path(around: ".") { return path }
    let found = subfolders(of: "Repos").map { "Repos/\($0)" }.filter { Negotiation.stands(at: $0) }
    if let only = found.first, found.count == 1 { return only }
    guard found.isEmpty else {
      throw NegotiationError(
        .ambiguous, "there are \(found.count) negotiations under Repos/: \(found.joined(separator: ", "))",
        hint: "Name one with --repo, or set AMEND_REPO.")
    }
    throw NegotiationError(
      .notANegotiation, "there is no negotiation here",
      hint: "Name one with --repo PATH, or make one: 'amend import FILE --repo PATH'.")
  }

  /// Who acts and when: the options, else `AMEND_NAME`, `AMEND_EMAIL` and `AMEND_DATE`, else git's own configuration
  /// and the clock.
  ///
  /// What is entered by the day alone happens right after what was entered for that day before, so that the record keeps
  /// the order in which it was typed.
  func act() throws -> Act {
    var name = self.name ?? streams.environment("AMEND_NAME")
    var email = self.email ?? streams.environment("AMEND_EMAIL")
    if name == nil || email == nil {
      let configured = try Identity.configured()
      name = name ?? configured.name
      email = email ?? configured.email
    }
    guard let name, !name.isEmpty, let email, !email.isEmpty else {
      throw CommandError(
        .missingArgument, "Your name and e-mail address are not known; every change is signed with them.",
        hint: "Give --name and --email, set AMEND_NAME and AMEND_EMAIL, or 'git config --global user.name …'.")
    }
    var timestamp = try moment()
    if timestamp.isWholeDay, let last = try? opened().lastAct(from: timestamp.seconds, until: timestamp.endOfDay) {
      timestamp.seconds = last + 1
    }
    return Act(name: name, email: email, time: timestamp.seconds, offsetMinutes: timestamp.offsetMinutes)
  }

  /// The present moment: `--date`, else `AMEND_DATE`, else the clock.
  func moment() throws -> Timestamp {
    try date ?? streams.environment("AMEND_DATE").map(moment(inVariable:)) ?? Timestamp.now()
  }

  /// The moment that an environment variable says.
  func moment(inVariable text: String) throws(CommandError) -> Timestamp {
    do {
      return try Timestamp(argument: text)
    } catch {
      throw CommandError(
        .invalidValue, "AMEND_DATE is not a date: '\(text)'.", hint: "Write it as 2009-02-24T10:30:00-03:00.")
    }
  }

  /// A delegation as it was typed after an option.
  func delegation(_ name: DelegationName, in negotiation: Negotiation) throws -> Delegation {
    do throws(DraftingError) {
      return try negotiation.registry.delegation(named: name.text)
    } catch {
      throw error
    }
  }

  /// A line for people on the error stream, after what was answered so far; nothing with `--quiet`.
  func remark(_ text: String) throws {
    guard !isQuiet else { return }
    try streams.output.flush()
    streams.errors.note(text + "\n")
  }
}

/// The names of the folders in a folder, sorted; none where it cannot be read.
@safe
private func subfolders(of path: String) -> [String] {
  guard let folder = unsafe opendir(path) else { return [] }
  defer { unsafe closedir(folder) }
  var names: [String] = []
  while let entry = unsafe readdir(folder) {
    let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
    }
    if !name.hasPrefix(".") { names.append(name) }
  }
  return names.sorted()
}
