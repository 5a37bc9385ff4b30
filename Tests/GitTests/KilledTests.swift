import Git
import Glibc
import TestSupport
import Testing

/// Imports one round after the other until the timer of the process ends it, whatever it may be doing.
@safe
private func importUntilKilled(at path: String, after microseconds: Int) throws {
  let repository = try Repository.open(at: path)
  var timer = itimerval(it_interval: timeval(), it_value: timeval(tv_sec: 0, tv_usec: microseconds))
  unsafe setitimer(__itimer_which_t(ITIMER_REAL.rawValue), &timer, nil)
  while true {
    let tip = try repository.reference("refs/heads/main")
    let round = try tip.map { try repository.commits(from: [$0], order: .newestFirst).count } ?? 0
    let commit = try repository.inOnePack {
      var changes: [String: ObjectID?] = [:]
      for number in 0..<40 { changes["\(number / 8)/\(number)"] = try repository.writeBlob("\(round) \(number)") }
      return try repository.writeCommit(
        tree: repository.tree(from: nil, changing: changes), parents: tip.map { [$0] } ?? [], author: .fixed,
        committer: .fixed, message: "\(round)")
    }
    try repository.move("refs/heads/main", from: tip, to: commit)
  }
}

@Test(arguments: [500, 4_000, 15_000, 33_333, 60_000])
func killedProcessLeavesWhatWasBeforeOrAfter(microseconds: Int) async throws {
  let temporary = try TemporaryRepository()
  let path = temporary.path
  await #expect(processExitsWith: .signal(SIGALRM)) { [path = path as String, microseconds = microseconds as Int] in
    try TemporaryRepository.forgetConfiguration()
    try importUntilKilled(at: path, after: microseconds)
  }
  #expect(try temporary.complaints() == "")
  let repository = try Repository.open(at: path)
  let tip = try repository.reference("refs/heads/main")
  let history = try repository.commits(from: tip.map { [$0] } ?? [], order: .oldestFirst)
  for (round, id) in history.enumerated() {
    let files = try repository.differences(between: nil, and: repository.commit(id).tree)
    let texts = try files.map { try repository.text($0.new ?? id) }
    #expect(Set(texts) == Set((0..<40).map { "\(round) \($0)" }))
  }
  // A lock that the dead process held is named by the error and taken away by a person.
  removeFolder(path + "/refs/heads/main.lock")
  try repository.move("refs/heads/main", from: tip, to: repository.commit("after"))
}
