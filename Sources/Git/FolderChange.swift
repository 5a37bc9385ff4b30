/// What is to change in one folder and below it: paths taken apart into a tree of names.
final class FolderChange {
  /// What happens to one name: first it is removed, then it becomes a file or a folder, if either.
  struct Part {
    var isRemoved = false
    var blob: ObjectID?
    var folder: FolderChange?
  }

  private(set) var parts: [String: Part] = [:]

  /// Notes the blob that a path shall hold; nothing for `nil`.
  ///
  /// - Throws: `.invalidName`.
  func insert(_ blob: ObjectID?, at path: String) throws(GitError) {
    let names = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    var folder = self
    for name in names.dropLast() { folder = folder.folder(try FolderChange.checked(name, in: path)) }
    guard let last = names.last else { return }
    let name = try FolderChange.checked(last, in: path)
    if let blob {
      folder.parts[name, default: Part()].blob = blob
    } else {
      folder.parts[name, default: Part()].isRemoved = true
    }
  }

  private func folder(_ name: String) -> FolderChange {
    if let folder = parts[name]?.folder { return folder }
    let folder = FolderChange()
    parts[name, default: Part()].folder = folder
    return folder
  }

  private static func checked(_ part: Substring.UTF8View, in path: String) throws(GitError) -> String {
    let name = String(Substring(part))
    let folded = name.lowercased()
    // `git~1` is the short name that Windows gives to `.git`; `git fsck --strict` refuses both.
    if name.isEmpty || name.utf8.contains(0) || [".", "..", ".git", "git~1"].contains(folded) {
      throw GitError(.invalidName, "store a file at \(path.debugDescription)", "git cannot store such a path")
    }
    return name
  }
}
