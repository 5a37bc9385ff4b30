import Clibgit2
import Glibc

extension Repository {
  /// Moves several references: each is locked and found where the caller last saw it before the first one moves.
  ///
  /// A lock that another program holds is waited for, one second at most; one that a process of this kind left behind when
  /// it died is taken away (``MovingRecord``). The new values reach the disk before the call
  /// returns. Where the disk is full halfway, those that did move are put back; where a process dies halfway, who opens the
  /// negotiation or moves a reference next moves the others too (``finishMoves()``).
  ///
  /// - Parameter message: for git's log of the references, where it keeps one.
  /// - Throws: `.referenceMoved` where one is elsewhere by now, and nothing has moved; `.locked`, with the lock's file in the
  ///   message; `.notFound` where a new value is not stored; `.wrongKind` where a branch would name no commit;
  ///   `.exists` for a name below, or above, one that exists; `.invalidName`; `.packIsOpen`.
  package func move(_ moves: [ReferenceMove], message: String = "") throws(GitError) {
    // Everybody locks in the same order, so that two writers cannot wait for each other.
    if moves.isEmpty { return }
    if planned != nil { return try plan(moves) }
    let moves = moves.sorted { $0.name < $1.name }
    for move in moves { try check(move) }
    try refuseNeighbours(of: moves)
    let record = MovingRecord(self)
    defer { record?.end() }
    if let record { finishMoves(of: record) }
    record?.begin(moves.map(\.name) + (moves.contains { $0.to == nil } ? ["packed-refs"] : []))
    if let failure = try moveOnceLocksAreFree(moves, message, record) {
      try readReferencesAgain()
      moveBack(moves)
      throw failure
    }
  }

  /// Tries again while a lock is held; once something may have moved, it does not.
  private func moveOnceLocksAreFree(
    _ moves: [ReferenceMove], _ message: String, _ record: MovingRecord?
  ) throws(GitError) -> GitError? {
    var pauses = 0
    while true {
      do throws(GitError) {
        return try moveOnce(moves, message, record)
      } catch  where error.code == .locked && pauses < Repository.pausesForALock {
        pauses += 1
        usleep(Repository.pauseForALock)
      }
    }
  }

  private static let pausesForALock = 200
  /// In microseconds.
  private static let pauseForALock: UInt32 = 5_000

  private func check(_ move: ReferenceMove) throws(GitError) {
    let action = "move the reference \(move.name)"
    if gathered != nil {
      throw GitError(.packIsOpen, action, "the objects that it may name are not on disk yet")
    }
    try checkName(move.name, action)
    if move.name == "HEAD" { throw GitError(.invalidName, action, "move the branch that HEAD leads to") }
    guard let to = move.to else { return }
    if try kind(of: to) != .commit, move.name.hasPrefix("refs/heads/") {
      throw GitError(.wrongKind, action, "\(to) is no commit")
    }
  }

  /// Locks, compares and moves.
  ///
  /// - Parameter record: where it is noted, before the first of several moves, that all of them shall.
  /// - Returns: what went wrong after the first reference may have moved; what is thrown went wrong before.
  private func moveOnce(
    _ moves: [ReferenceMove], _ message: String, _ record: MovingRecord? = nil
  ) throws(GitError) -> GitError? {
    let transaction = try Handle<TransactionObject>("move references") { made in
      unsafe git_transaction_new(&made, handle.pointer)
    }
    for move in moves {
      try transaction.call("lock the reference \(move.name)") { transaction in
        unsafe git_transaction_lock_ref(transaction, move.name)
      }
    }
    for move in moves { try compare(move) }
    let writer = try writer()
    try writer.withC("move references") { writer throws(GitError) in
      for move in moves where move.from != move.to {
        try transaction.call("move the reference \(move.name)") { transaction in
          guard var id = move.to?.c else { return unsafe git_transaction_remove(transaction, move.name) }
          return unsafe git_transaction_set_target(transaction, move.name, &id, writer, message)
        }
      }
    }
    record?.decide(on: moves.filter { $0.from != $0.to })
    let subject = moves.count == 1 ? "the reference \(moves[0].name)" : "\(moves.count) references"
    do throws(GitError) {
      try transaction.call("move \(subject)") { transaction in unsafe git_transaction_commit(transaction) }
      return nil
    } catch {
      return error
    }
  }

  /// Moves what a process that died had decided to move together, and takes away the locks that it left; nothing happens
  /// where it had decided on nothing, or where another process is moving references at this moment.
  ///
  /// - Cost: looks for one file.
  package func finishMoves() {
    guard MovingRecord.isDecided(in: self), let record = MovingRecord(self, waits: false) else { return }
    finishMoves(of: record)
    record.end()
  }

  private func finishMoves(of record: MovingRecord) {
    let moves = record.takeOver()
    for move in moves {
      do throws(GitError) {
        if try reference(move.name) == move.from { _ = try moveOnce([move], "") }
      } catch {
        // Somebody else's by now.
        continue
      }
    }
  }

  /// Has libgit2 forget the packed references it remembers: a removal that failed has gone from them already, and where they
  /// could not be read there are none among them.
  func readReferencesAgain() throws(GitError) {
    let references = try Handle<ReferenceDatabaseObject>("read the references") { made in
      unsafe git_refdb_open(&made, handle.pointer)
    }
    try references.call("read the references") { references in
      unsafe git_repository_set_refdb(handle.pointer, references)
    }
  }

  /// Puts the references that did move back where they were, as far as a disk that is full, as a rule, lets it.
  private func moveBack(_ moves: [ReferenceMove]) {
    for move in moves where move.from != move.to {
      do throws(GitError) {
        if try reference(move.name) == move.to {
          _ = try moveOnce([ReferenceMove(move.name, from: move.to, to: move.from)], "")
        }
      } catch {
        // The caller hears of the first failure, which is the cause of this one.
        continue
      }
    }
  }

  func compare(_ move: ReferenceMove) throws(GitError) {
    let found = try reference(move.name)
    if found != move.from {
      throw GitError(
        .referenceMoved, "move the reference \(move.name)",
        "it is at \(found?.short ?? "nothing") and no longer at \(move.from?.short ?? "nothing")")
    }
  }

  /// Git keeps references as files, so `refs/heads/a` and `refs/heads/a/b` cannot both be.
  private func refuseNeighbours(of moves: [ReferenceMove]) throws(GitError) {
    let made = moves.filter { $0.from == nil && $0.to != nil }.map(\.name)
    for name in made {
      let action = "make the reference \(name)"
      if let below = try references(under: name + "/").first {
        throw GitError(.exists, action, "\(below.name) is in the way")
      }
      var above = Substring(name)
      while let slash = above.utf8.lastIndex(of: UInt8(ascii: "/")) {
        above = above[..<slash]
        if above == "refs" { break }
        let stands = try reference(String(above)) != nil
        if stands || made.contains(String(above)) {
          throw GitError(.exists, action, "\(above) is in the way")
        }
      }
    }
  }

  /// Who git's logs of references will say it was.
  private func writer() throws(GitError) -> Signature {
    var now = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &now)
    let person = try configuredIdentity()
    return Signature(
      name: person.name ?? "unknown", email: person.email ?? "unknown", seconds: Int64(now.tv_sec))
  }
}
