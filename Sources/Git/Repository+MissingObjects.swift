/// Why an object cannot be read, where that lies in how the repository was copied, or in the rights.
extension Repository {
  /// Reads something of an object.
  ///
  /// - Throws: what `body` throws; `.unreadable` where the object is elsewhere, or may not be read.
  func explainingMissing<Value: ~Copyable>(
    _ body: () throws(GitError) -> Value
  ) throws(GitError) -> Value {
    do throws(GitError) {
      return try body()
    } catch {
      switch error.code {
      case .permission: throw GitError(.unreadable, error.action, error.message)
      case .notFound: throw try missing(error)
      default: throw error
      }
    }
  }

  private func missing(_ error: GitError) throws(GitError) -> GitError {
    for folder in objectFolders {
      guard isFolder(folder) else {
        return GitError(
          .unreadable, error.action, "it is not there, nor is \(folder), where more objects should be",
          hint: "Put that folder back: this copy, made with 'git clone --shared' or '--reference', needs it.")
      }
      _ = try namesInReadableFolder(folder, error.action)
      _ = try namesInReadableFolder(folder + "/pack", error.action)
    }
    if namesInFolder(path).contains("shallow") {
      return GitError(
        .unreadable, error.action, "it is not there, since the repository is a shallow copy of another",
        hint: "Bring the rest along: git -C '\(path)' fetch --unshallow")
    }
    if namesInFolder(path + "objects/pack").contains(where: { $0.hasSuffix(".promisor") }) {
      return GitError(
        .unreadable, error.action, "it is not there, since the repository is a partial copy of another",
        hint: "Copy the other one anew, without --filter: git clone --mirror URL PATH")
    }
    return GitError(
      error.code, error.action, error.message,
      hint: "Restore the repository from a copy; 'amend verify' tells what else is missing.")
  }
}
