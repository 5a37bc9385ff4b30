internal import Commands
internal import Drafting
internal import Glibc
internal import Negotiation
internal import TextForm

/// Where the words of a whole paragraph come from.
enum TextSource: Sendable {
  case given(String)
  case file(FilePath)
  /// The user's editor.
  case editor
}

extension Session {
  /// The words, in canonical composed form.
  ///
  /// - Parameter present: what the editor opens with.
  func words(_ source: TextSource, present: String) throws -> String {
    switch source {
    case .given(let text): return normalized(text)
    case .file(let file): return try text(of: file)
    case .editor:
      let edited = try normalized(editedText(present))
      guard Paragraph.canonical(edited) != Paragraph.canonical(normalized(present)) else {
        throw NegotiationError(.refused, "nothing was changed in the editor, so nothing is proposed")
      }
      return edited
    }
  }

  private func editedText(_ present: String) throws -> String {
    let editor =
      ["AMEND_EDITOR", "VISUAL", "EDITOR"].lazy.compactMap(streams.environment).first { !$0.isEmpty } ?? "vi"
    let folder = try privateFolder(in: streams.environment("TMPDIR") ?? "/tmp")
    let path = folder + "/paragraph.txt"
    let help = "# Change the paragraph, save and leave the editor. Lines that begin with # fall away.\n"
    try writeFile(Array((present + "\n" + help).utf8), to: path)
    defer {
      unsafe unlink(path)
      unsafe rmdir(folder)
    }
    let status = try run("/bin/sh", ["-c", "\(editor) \"$1\"", "amend", path])
    guard status == 0 else {
      throw NegotiationError(
        .storage, "the editor '\(editor)' ended with status \(status); nothing is proposed",
        hint: "Set AMEND_EDITOR to the editor you want.")
    }
    let text = try text(of: FilePath(argument: path))
    return text.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("#") }
      .joined(separator: "\n")
  }
}

/// Makes a folder that nobody else can look into.
@safe
func privateFolder(in parent: String) throws -> String {
  var template = Array((parent + "/amend-XXXXXX").utf8CString)
  guard unsafe mkdtemp(&template) != nil else {
    throw FileError(message: "cannot make a folder in \(parent): \(unsafe String(cString: strerror(errno)))")
  }
  return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
}

/// Runs a program on this terminal and waits for it.
///
/// - Returns: its exit status; 128 and the signal where it was killed.
@safe
private func run(_ program: String, _ arguments: [String]) throws -> Int32 {
  var words: [UnsafeMutablePointer<CChar>?] = unsafe ([program] + arguments).map { unsafe strdup($0) } + [nil]
  defer { unsafe words.forEach { unsafe free($0) } }
  var process = pid_t()
  let code = unsafe posix_spawnp(&process, program, nil, nil, &words, environ)
  guard code == 0 else { throw FileError(message: "cannot run \(program): \(unsafe String(cString: strerror(code)))") }
  var status: Int32 = 0
  while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
  return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
}
