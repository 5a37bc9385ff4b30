import Git
import Glibc
import TestSupport
import Testing

@Suite("What is there and cannot be read")
struct UnreadableTests {
  private let temporary: TemporaryRepository
  private let one: ObjectID

  init() throws {
    temporary = try TemporaryRepository()
    one = try temporary.repository.commit("1")
    try temporary.repository.move("refs/heads/main", from: nil, to: one)
  }

  /// Puts something else in the place of a file or folder of the repository.
  private func replace(_ name: String, by script: String) throws {
    let outcome = try run(
      "sh", ["-c", "rm -rf \(name) && mkdir -p $(dirname \(name)) && \(script)"], in: temporary.path,
      scratch: temporary.folder.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  private func refusal(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch {
      return "\(error)".replacing(temporary.path, with: "REPO")
    }
  }

  @Test(arguments: [
    ("ln -s delegations refs/heads/delegations", "Too many levels of symbolic links"),
    ("ln -s /dev/null/none refs/heads/delegations", "Not a directory"),
    ("ln -s nowhere refs/heads/delegations", "No such file or directory"),
  ])
  func folderOfReferencesIsNotTakenForAnEmptyOne(script: String, reason: String) throws {
    try replace("refs/heads/delegations", by: script)
    #expect(
      refusal { _ = try temporary.repository.references(under: "refs/heads/delegations/") }
        == "cannot list the references under refs/heads/delegations/: REPO/refs/heads/delegations: \(reason)")
  }

  @Test func fileInPlaceOfAFolderOfReferencesIsAReferenceOrDamage() throws {
    try replace("refs/heads/delegations", by: "cp refs/heads/main refs/heads/delegations")
    #expect(try temporary.repository.references(under: "refs/heads/delegations/").isEmpty)
    #expect(try temporary.repository.references(under: "refs/heads/delegations/VEN/").isEmpty)
    try replace("refs/heads/delegations", by: ": > refs/heads/delegations")
    #expect(
      refusal { _ = try temporary.repository.references(under: "refs/heads/delegations/") }
        == "cannot read the reference refs/heads/delegations: corrupted loose reference file: refs/heads/delegations")
  }

  @Test func folderWithinIsLookedInto() throws {
    try replace("refs/heads/delegations", by: "mkdir refs/heads/delegations && ln -s a refs/heads/delegations/a")
    #expect(
      refusal { _ = try temporary.repository.references(under: "refs/heads/") }
        == "cannot list the references under refs/heads/: REPO/refs/heads/delegations/a: "
        + "Too many levels of symbolic links")
    try replace("refs/heads/delegations", by: "mkdir refs/heads/delegations && ln -s none refs/heads/delegations/a")
    #expect(
      refusal { _ = try temporary.repository.references(under: "refs/heads/delegations/") }
        == "cannot list the references under refs/heads/delegations/: REPO/refs/heads/delegations/a: "
        + "No such file or directory")
  }

  @Test(arguments: ["loop", "none"])
  func referenceBehindALinkThatLeadsNowhereIsNotTakenForNone(target: String) throws {
    let reason = target == "loop" ? "Too many levels of symbolic links" : "No such file or directory"
    try replace("refs/heads/loop", by: "ln -s \(target) refs/heads/loop")
    for name in ["refs/heads/loop", "refs/heads/loop/VEN"] {
      #expect(
        refusal { _ = try temporary.repository.reference(name) }
          == "cannot read the reference \(name): REPO/refs/heads/loop: \(reason)")
    }
  }

  @Test(arguments: ["packed-refs", "none"])
  func packedReferencesBehindALinkThatLeadsNowhereAreNotTakenForNone(target: String) throws {
    let reason = target == "packed-refs" ? "Too many levels of symbolic links" : "No such file or directory"
    try replace("packed-refs", by: "ln -s \(target) packed-refs")
    #expect(
      refusal { _ = try temporary.repository.references(under: "refs/heads/delegations/") }
        == "cannot list the references under refs/heads/delegations/: REPO/packed-refs: \(reason)")
    #expect(
      refusal { _ = try temporary.repository.reference("refs/heads/delegations/VEN") }
        == "cannot read the reference refs/heads/delegations/VEN: REPO/packed-refs: \(reason)")
    #expect(try temporary.repository.reference("refs/heads/main") == one)
  }

  @Test(.enabled(if: getuid() != 0, "root may read everything"))
  func whatMayNotBeReadIsSaidToBeThat() throws {
    try replace("refs/heads/delegations", by: "mkdir refs/heads/delegations && chmod 0 refs/heads/delegations")
    #expect(
      refusal { _ = try temporary.repository.references(under: "refs/heads/delegations/") }
        == "cannot list the references under refs/heads/delegations/: REPO/refs/heads/delegations: Permission denied")
    try replace("refs/heads/delegations", by: "chmod 0 refs/heads/main")
    #expect(
      refusal { _ = try temporary.repository.reference("refs/heads/main") }
        == "cannot read the reference refs/heads/main: REPO/refs/heads/main: Permission denied")
  }

  @Test func objectsOfTheRepositoryThatACopySharesAreRead() throws {
    let two = try temporary.repository.commit("2", parents: [one])
    let (second, third) = (temporary.folder("second"), temporary.folder("third"))
    try temporary.git("clone", "--quiet", "--bare", "--shared", temporary.path, second)
    try temporary.git("clone", "--quiet", "--bare", "--shared", second, third)
    for path in [second, third] {
      let copy = try Repository.open(at: path)
      #expect(try copy.commit(two).parents == [one])
      #expect(try copy.inOnePack { try copy.commit(one).message } == "1")
      #expect(try copy.commit(copy.commit("3", parents: [two])).parents == [two])
    }
    try replace("objects", by: "true")
    #expect(
      refusal { _ = try Repository.open(at: second).commit(two) }
        == "cannot read the commit \(two): it is not there, nor is REPO/objects, where more objects should be")
  }

  @Test(arguments: [("--depth=1", "a shallow"), ("--filter=tree:0", "a partial")])
  func objectThatACopyLeftOutIsSaidToBeThat(option: String, copy: String) throws {
    try temporary.git("config", "uploadpack.allowFilter", "true")
    let two = try temporary.repository.commit("2", parents: [one])
    try temporary.repository.move("refs/heads/main", from: one, to: two)
    let path = temporary.folder("copy")
    try temporary.git("clone", "--quiet", "--bare", option, "file://" + temporary.path, path)
    let repository = try Repository.open(at: path)
    let tree = try repository.commit(two).tree
    let what = option == "--depth=1" ? "commit \(one)" : "tree \(tree)"
    #expect(
      refusal { if option == "--depth=1" { _ = try repository.commit(one) } else { _ = try repository.tree(tree) } }
        == "cannot read the \(what): it is not there, since the repository is \(copy) copy of another")
  }
}
