import Glibc

/// The note in which a process says which references it is about to lock, so that locks that it leaves behind where it is
/// killed are known for what they are.
///
/// libgit2 locks a reference by a file, `refs/heads/main.lock`, that nobody takes away once the process is dead. So who
/// moves references holds the system's lock on the file `amend-moving` in the repository's folder meanwhile, which ends
/// with the process, and has written their names there, which go when the references have moved. Who gets that lock and
/// finds names knows that the writer is dead; what it locked is taken away. Locks of other programs, and of processes on
/// other machines, are not touched.
///
/// Before the first of several references moves, the moves are noted too: whoever finds those finishes them.
struct MovingRecord {
  private let descriptor: Int32
  private let path: String

  /// Waits for its turn, a second at most, or not at all.
  ///
  /// - Returns: `nil` where the file cannot be written, or another process holds the lock all the time: references are
  ///   moved without a note then.
  init?(_ repository: Repository, waits: Bool = true) {
    path = repository.path
    descriptor = unsafe open(path + "amend-moving", O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    if descriptor < 0 { return nil }
    var pauses = 0
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EINTR || (errno == EWOULDBLOCK && waits && pauses < Self.pauses) else {
        close(descriptor)
        return nil
      }
      pauses += 1
      usleep(Self.pause)
    }
  }

  private static let pauses = 200
  /// In microseconds.
  private static let pause: UInt32 = 5_000

  /// Whether somebody moves several references at this moment, or died moving them.
  static func isDecided(in repository: Repository) -> Bool {
    reading(repository) { noteOfTheDead($0)?.lines.last == decided } ?? false
  }

  /// Looks into the file, where there is one; nothing is written.
  private static func reading<Value>(_ repository: Repository, _ body: (Int32) -> Value) -> Value? {
    let descriptor = unsafe open(repository.path + "amend-moving", O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { return nil }
    defer { close(descriptor) }
    return body(descriptor)
  }

  /// Notes what is about to be locked.
  func begin(_ names: [String]) {
    ftruncate(descriptor, 0)
    append([Self.host, String(getpid())] + names)
  }

  /// Notes moves that are to happen together: each as `move FROM TO NAME`, and a last line that says that all are there.
  func decide(on moves: [ReferenceMove]) {
    if moves.count < 2 { return }
    append(
      moves.map { "move \($0.from?.description ?? "-") \($0.to?.description ?? "-") \($0.name)" } + [Self.decided])
    fdatasync(descriptor)
  }

  private static let decided = "decided"

  /// Nothing is locked any more.
  func end() {
    ftruncate(descriptor, 0)
    close(descriptor)
  }

  private func append(_ lines: [String]) {
    let text = lines.joined(separator: "\n") + "\n"
    unsafe Array(text.utf8).withUnsafeBytes { bytes in
      _ = unsafe pwrite(descriptor, bytes.baseAddress, bytes.count, lseek(descriptor, 0, SEEK_END))
    }
  }

  /// Takes away what a process of this machine that died left locked.
  ///
  /// - Returns: the moves that it had decided on.
  func takeOver() -> [ReferenceMove] {
    guard let note = Self.noteOfTheDead(descriptor) else { return [] }
    var locks = Self.locks(of: note, path)
    // Another program may hold one of them this moment: its lock goes, or is another file.
    for _ in 0..<Self.pauses where !locks.isEmpty {
      usleep(Self.pause)
      locks = locks.filter { file, lock in Self.attributes(path + file)?.st_ino == lock.st_ino }
    }
    for file in locks.keys { unsafe unlink(path + file) }
    return note.lines.last == Self.decided ? note.lines.compactMap(Self.move) : []
  }

  private static func move(_ line: String) -> ReferenceMove? {
    let words = line.split(separator: " ").map(String.init)
    guard words.count == 4, words[0] == "move", words[3].hasPrefix("refs/") else { return nil }
    return ReferenceMove(words[3], from: ObjectID(words[1]), to: ObjectID(words[2]))
  }

  /// The locks that a dead process left, by their paths in the repository's folder: whoever moves the reference next takes
  /// them away. Nothing is written.
  static func locksOfTheDead(in repository: Repository) -> Set<String> {
    reading(repository) { descriptor in
      guard flock(descriptor, LOCK_SH | LOCK_NB) == 0, let note = noteOfTheDead(descriptor) else { return [] }
      return Set(locks(of: note, repository.path).keys)
    } ?? []
  }

  /// What a process of this machine that died, where nobody holds the lock, had noted, and when.
  private static func noteOfTheDead(_ descriptor: Int32) -> (lines: [String], seconds: Int)? {
    var attributes = stat()
    guard unsafe fstat(descriptor, &attributes) == 0, attributes.st_size > 0, attributes.st_size < 1 << 20 else {
      return nil
    }
    var bytes = [UInt8](repeating: 0, count: Int(attributes.st_size))
    let count = unsafe bytes.withUnsafeMutableBytes { unsafe pread(descriptor, $0.baseAddress, $0.count, 0) }
    let lines = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).split(separator: "\n").map(String.init)
    guard lines.count > 2, lines[0] == host, let process = Int32(lines[1]), process != getpid() else { return nil }
    return (Array(lines.dropFirst(2)), attributes.st_mtim.tv_sec)
  }

  /// The locks of the references that are noted: they are the dead process's own where they are no younger than its note,
  /// but for the second that it may have waited.
  private static func locks(of note: (lines: [String], seconds: Int), _ path: String) -> [String: stat] {
    var locks: [String: stat] = [:]
    for name in note.lines where name.hasPrefix("refs/") || name == "packed-refs" {
      let file = name + ".lock"
      if let lock = attributes(path + file), lock.st_mtim.tv_sec <= note.seconds + longestWait { locks[file] = lock }
    }
    return locks
  }

  /// In seconds.
  private static let longestWait = 2

  private static func attributes(_ file: String) -> stat? {
    var attributes = stat()
    return unsafe lstat(file, &attributes) == 0 ? attributes : nil
  }

  private static var host: String {
    var name = [UInt8](repeating: 0, count: 256)
    let isKnown = unsafe name.withUnsafeMutableBytes { bytes -> Bool in
      guard let start = bytes.baseAddress else { return false }
      return unsafe gethostname(start.assumingMemoryBound(to: CChar.self), bytes.count - 1) == 0
    }
    return isKnown ? String(decoding: name.prefix { $0 != 0 }, as: UTF8.self) : ""
  }
}
