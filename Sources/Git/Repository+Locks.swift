internal import Glibc

extension Repository {
  /// The files by which some program keeps others from moving a reference, and that have stood there for a second: as
  /// long as moving one waits. Who moves a reference takes its lock away at once, unless it dies before.
  ///
  /// - Returns: their paths in the repository's folder: `refs/heads/main.lock`.
  /// - Cost: a look at each reference's file; a second where there is a lock.
  package func lastingLocks() -> [String] {
    var lasting = Set(locks())
    for _ in 0..<Self.looks where !lasting.isEmpty {
      usleep(Self.pauseBetweenLooks)
      lasting.formIntersection(locks())
    }
    return lasting.sorted()
  }

  /// The files of references and of their locks, by their paths: `refs/heads/main`.
  func referenceFiles() -> [String] {
    var found: [String] = []
    var folders = ["refs"]
    while let folder = folders.popLast() {
      for name in namesInFolder(path + folder) {
        let inner = folder + "/" + name
        if isFolder(path + inner) { folders.append(inner) } else { found.append(inner) }
      }
    }
    return found.sorted()
  }

  /// Those of these locks that a process of amend left when it was killed: the next command that moves the reference takes
  /// them away.
  package func abandonedLocks() -> Set<String> { MovingRecord.locksOfTheDead(in: self) }

  private static let looks = 20
  /// In microseconds.
  private static let pauseBetweenLooks: UInt32 = 50_000

  private func locks() -> [String] {
    referenceFiles().filter { $0.hasSuffix(".lock") }
      + namesInFolder(path).filter { $0 == "HEAD.lock" || $0 == "packed-refs.lock" }
  }
}
