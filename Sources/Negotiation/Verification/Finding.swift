package import Git

/// Something about a repository that is not as it must be, or that no act of this program would have left so.
package struct Finding: Hashable, Sendable {
  package var code: Code

  /// The commit in which it shows first; `nil` where it is about a reference or a derived file.
  package var commit: ObjectID?

  /// The reference that it is about, by its whole name.
  package var reference: String?

  /// The file that it is about.
  package var path: String?

  /// What is wrong, to be read after the place.
  package var message: String

  package init(
    _ code: Code, commit: ObjectID? = nil, reference: String? = nil, path: String? = nil, _ message: String
  ) {
    self.code = code
    self.commit = commit
    self.reference = reference
    self.path = path
    self.message = message
  }

  /// About a file in `amend/`.
  ///
  /// - Parameter name: its name there.
  init(derived name: String, _ message: String = Finding.madeAgain) {
    self.init(.derived, path: "amend/" + name, message)
  }

  /// What is said of a derived file that cannot be read.
  static let madeAgain = "damaged; it is made again when it is needed"

  /// The kinds of findings, as programs read them.
  package enum Code: String, CaseIterable, Sendable {
    /// An object is missing, cannot be read, or has another content than its hash says.
    case damagedObject = "damaged-object"
    /// A pack and the list of what it holds do not belong together, or one of them is cut off.
    case damagedPack = "damaged-pack"
    /// A tree holds what git can store and a negotiation never does: a link, a submodule, a program.
    case oddEntry = "odd-entry"
    /// A file cannot be understood.
    case damagedFile = "damaged-file"
    /// A file means something, but is not written as this program writes it.
    case notCanonical = "not-canonical"
    /// A file that no negotiation has.
    case unknownFile = "unknown-file"
    /// Footnotes and their marks do not agree.
    case footnotes
    /// The outlines and the paragraphs' files do not agree.
    case outline
    /// A commit of another program: it does not say what it does.
    case foreignCommit = "foreign-commit"
    /// A commit on main that is no decision of the chair.
    case noDecision = "no-decision"
    /// An act that does not belong on the branch where it stands.
    case wrongBranch = "wrong-branch"
    /// A commit follows others than its act must follow.
    case parents
    /// Somebody else wrote it than the branch belongs to.
    case author
    /// The trailers do not say what the commit changed.
    case trailers
    /// The first line of the message says something else than the trailers.
    case subject
    /// A support that is not the supported proposal.
    case support
    /// A withdrawal that leaves something else than the chair's text.
    case withdrawal
    /// An adoption whose text the named proposals do not give.
    case adoption
    /// A decision that does something else than it says.
    case decision
    /// A branch that followed main to something else than its proposals carried over.
    case following
    /// A kept draft that is not what its parents give.
    case keptDraft = "kept-draft"
    /// A revision's tag that does not mark what it says.
    case tag
    /// A reference whose file names nothing.
    case damagedReference = "damaged-reference"
    /// A branch that must be there and is not.
    case lostBranch = "lost-branch"
    /// A commit that something names and that its branch does not reach any more.
    case lostCommit = "lost-commit"
    /// A branch that belongs to nobody.
    case unknownBranch = "unknown-branch"
    /// A reference that nobody can move, since its lock stands.
    case lock
    /// An object in whose place git shows another.
    case replacedObject = "replaced-object"
    /// A file among git's objects that is none.
    case strayFile = "stray-file"
    /// A file in `amend/` that is not what can be made anew.
    case derived
  }
}

/// What a verification found.
package struct VerificationReport: Sendable {
  /// How many commits were looked at, how many delegations have a branch, and how many revisions there are.
  package var commits = 0
  package var branches = 0
  package var revisions = 0

  /// What is worth knowing and nothing wrong.
  package var notes: [String] = []

  /// In the order of the branches (main, the delegations, the kept drafts), and oldest first on each.
  package var findings: [Finding] = []
}
