internal import Commands
internal import Glibc

/// Forms of documents that LibreOffice turns into Word documents, or makes of them.
enum OfficeFormat: String, CaseIterable {
  case odt
  case rtf
  case doc
  case pdf

  /// `an RTF`, as messages name a file of the form.
  var phrase: String {
    switch self {
    case .odt: "an OpenDocument text"
    case .rtf: "an RTF"
    case .doc: "a Word document"
    case .pdf: "a PDF"
    }
  }

  /// The form that a file's name says.
  init?(path: String) {
    guard let dot = path.lastIndex(of: "."),
      let format = OfficeFormat(rawValue: path[path.index(after: dot)...].lowercased())
    else { return nil }
    self = format
  }
}

/// Turns documents from one form into another with LibreOffice, which need not be there.
struct OfficeConversion {
  /// After how many seconds LibreOffice is stopped.
  var seconds = 120

  /// How much memory LibreOffice may take, in KiB.
  var memory = 4 << 20

  /// The program's name; it is looked for where the shell looks.
  var program = "soffice"

  /// The document in another form.
  ///
  /// LibreOffice works in a folder of its own with settings of its own, runs no macros, and is stopped after the time
  /// limit; the folder goes when it ends.
  ///
  /// - Parameters:
  ///   - old: the ending of the present form, `odt`.
  ///   - new: the ending of the other form, `docx`.
  ///   - folder: where the working folder is made.
  /// - Throws: `FileError`: LibreOffice is missing, fails, or takes too long.
  func converted(_ document: [UInt8], from old: String, to new: String, in folder: String) throws -> [UInt8] {
    let room = try privateFolder(in: folder)
    defer { _ = try? ChildProcess("rm", ["-rf", "--", room]).run(seconds: 20) }
    try writeFile(document, to: "\(room)/document.\(old)")
    let arguments = [
      "-env:UserInstallation=file://\(room)/settings", "--headless", "--norestore", "--nolockcheck", "--convert-to",
      new,
      "--outdir", "\(room)/out", "\(room)/document.\(old)",
    ]
    // 127 is the shell's word for a program that is not there.
    let script = """
      command -v "$0" >/dev/null || exit 127; ulimit -v \(memory) 2>/dev/null; log=$1; shift; exec "$0" "$@" >"$log" 2>&1
      """
    let log = "\(room)/log"
    let ending = try ChildProcess("sh", ["-c", script, program, log] + arguments).run(seconds: seconds)
    switch ending {
    case .status(127):
      throw FileError(
        message: "LibreOffice is not installed, which turns .\(old) into .\(new)",
        hint: "Install it: apt-get install libreoffice-writer-nogui; or use .docx.")
    case .tooLong:
      throw FileError(
        message: "LibreOffice did not turn .\(old) into .\(new) within \(seconds) seconds and was stopped",
        hint: "Open the document there and save it as .\(new) yourself.")
    case .status(let status):
      guard status == 0, let bytes = try? bytesOfFile(at: "\(room)/out/document.\(new)"), !bytes.isEmpty else {
        let words = Self.complaint(in: log) ?? (status == 0 ? "it wrote nothing" : "it ended with status \(status)")
        throw FileError(
          message: "LibreOffice could not turn .\(old) into .\(new): \(words)",
          hint: new == "docx"
            ? "Is the document damaged? Open it there and save it as .\(new) yourself."
            : "Write a .\(old), open it there and save it as .\(new) yourself.")
      }
      return bytes
    }
  }

  /// What LibreOffice said last of an error, on one line.
  private static func complaint(in log: String) -> String? {
    guard let bytes = try? bytesOfFile(at: log) else { return nil }
    let lines = String(decoding: bytes.suffix(4_096), as: UTF8.self).split(whereSeparator: \.isNewline)
    let line = lines.last { $0.lowercased().contains("error") } ?? lines.last { !$0.hasPrefix("Warning") }
    guard let words = line?.split(whereSeparator: \.isWhitespace).joined(separator: " "), !words.isEmpty else {
      return nil
    }
    return String(words.prefix(200))
  }
}
