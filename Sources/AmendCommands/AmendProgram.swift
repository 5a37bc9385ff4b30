package import Commands
internal import Drafting
internal import Packages
internal import Git
internal import JSON
internal import Negotiation

/// The whole program as one value.
package let amendProgram = Program<Session>(
  "amend", version: "0.1.0", date: "2026-11-23",
  "Amendments of many delegations to one draft, in brackets, with their history",
  discussion: """
    A negotiation is a git repository: the chair's text on main, each delegation's proposals on a branch of its own. \
    'amend import' makes it from a bracketed draft, 'amend propose' adds to it, 'amend consolidate' prints the draft \
    with every standing proposal in brackets and every supporter named, and 'amend log' tells what happened to a \
    paragraph, word by word.

    Paragraphs are addressed by what is printed: operative/17, "operative/1 bis", OP1bis, PP15, or 15 where only one \
    section has it; @p0042 addresses one by its identifier, which never changes.
    """,
  groups: [
    CommandGroup("Begin", [.init("init", initCommand), .init("import", importCommand)]),
    CommandGroup(
      "Propose",
      [
        .init("propose", proposeCommand), .init("import-changes", importChangesCommand),
        .init("support", supportCommand), .init("withdraw", withdrawCommand), .init("reserve", reserveCommand),
        .init("oppose", opposeCommand),
      ]),
    CommandGroup(
      "Read",
      [
        .init("consolidate", consolidateCommand), .init("reading", readingCommand),
        .init("observations", observationsCommand), .init("extract", extractCommand), .init("merge", mergeCommand),
      ]),
    CommandGroup(
      "Decide",
      [
        .init("approve", approveCommand), .init("pend", pendCommand), .init("agree", agreeCommand),
        .init("reopen", reopenCommand), .init("adopt", adoptCommand), .init("reject", rejectCommand),
        .init("place", placeCommand),
        .init("split", splitCommand), .init("merge-paragraphs", mergeParagraphsCommand), .init("undo", undoCommand),
        .init("rebase", rebaseCommand),
      ]),
    CommandGroup(
      "Circulate", [.init("revise", reviseCommand), .init("diff", diffCommand), .init("clean", cleanCommand)]),
    CommandGroup(
      "History",
      [
        .init("log", logCommand), .init("blame", blameCommand), .init("sources", sourcesCommand),
        .init("show", showCommand), .init("search", searchCommand), .init("status", statusCommand),
        .init("verify", verifyCommand),
      ]),
    CommandGroup(
      "Help",
      [.init("help", .help("amend")), .init("manual", .manual("amend")), .init("completions", .completions("amend"))]),
  ],
  sections: [
    ManualSection(
      "ENVIRONMENT",
      [
        .init("AMEND_REPO", "The negotiation to work on where --repo is not given."),
        .init("AMEND_NAME, AMEND_EMAIL, AMEND_DATE", "Who signs a change, and when, where the options are not given."),
        .init("AMEND_EDITOR, VISUAL, EDITOR", "The editor that 'propose --edit' opens; vi where none is set."),
        .init("NO_COLOR", "Never style the output on a terminal."),
      ]),
    ManualSection(
      "FILES",
      [.init("Repos/", "Where a negotiation is looked for last: the only one in this folder of the current one.")]),
  ],
  explain: explained,
  option("--repo", FolderPath.self, "The negotiation's repository"),
  option("--language", Language.self, "The language of the draft's command words"),
  flag("--json", "Print JSON for programs"),
  flag("--quiet", short: "q", "Print nothing but the answer and errors"),
  option("--color", ColorChoice.self, default: .auto, "Style the output"),
  option("--name", String.self, "Who signs the change", placeholder: "NAME"),
  option("--email", String.self, "The address of who signs it", placeholder: "ADDRESS"),
  option("--date", Timestamp.self, "When the change is made; without a zone, on this machine's clock")
) { streams, repository, language, isJSON, isQuiet, color, name, email, date in
  Session(
    streams: streams, repository: repository?.path, language: language, isJSON: isJSON, isQuiet: isQuiet, color: color,
    name: name, email: email, date: date)
}

/// What a person reads of an error, and the status that the program ends with.
@Sendable
private func explained(_ error: any Error) -> Failure {
  switch error {
  case let error as NegotiationError:
    let status: ExitStatus =
      switch error.code {
      case .refused: .no
      case .notFound, .ambiguous: .wrongUsage
      case .exists, .notANegotiation, .moved, .damaged, .incomplete, .storage: .failed
      }
    return Failure(sentence(error.message), hint: error.hint.isEmpty ? nil : error.hint, status: status)
  case let error as DraftingError:
    return Failure(
      sentence(error.message), hint: error.hint.isEmpty ? nil : error.hint,
      status: error.code == .damagedFile ? .failed : .wrongUsage)
  case let error as GitError:
    return Failure("cannot \(error.action): \(error.message)", hint: error.hint ?? hint(for: error), status: .failed)
  case let error as PackageError:
    return Failure(error.message, status: .failed)
  case let error as FileError:
    return Failure(error.message, hint: error.hint, status: .failed)
  default:
    return Failure("\(error)")
  }
}

private func sentence(_ message: String) -> String { message }

private func hint(for error: GitError) -> String? {
  switch error.code {
  case .noSpace: "Free some space on the disk and type the command again; nothing was changed."
  case .permission: "Ask for the right to write there, or name another place."
  case .unreadable:
    "Have it made readable, or restore it from a copy; do not remove it, for it may hold what was proposed."
  case .locked:
    "Another program is writing, or died while it was. If no other amend or git runs, type: "
      + (error.message.split(separator: "'").first { $0.hasSuffix(".lock") }.map { "rm '\($0)'" } ?? "rm FILE")
  case .exists: "Name another path, or an empty folder."
  case .damaged: "Restore the repository from a copy; 'git fsck' names what is damaged."
  case .notFound: "Check the path, or name another."
  default: nil
  }
}
