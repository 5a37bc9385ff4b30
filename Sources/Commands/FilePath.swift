/// A file named on the command line; `-` is standard input or output.
package struct FilePath: ArgumentValue, Hashable {
  package let path: String

  package init(argument: String) throws(CommandError) {
    guard !argument.isEmpty else { throw .expected("the name of a file") }
    path = argument
  }

  package static var placeholder: String { "FILE" }
  package static var completion: Completion { .file }
  package var argumentText: String { path }

  /// Whether the word stands for standard input or standard output.
  package var isStandardStream: Bool { path == "-" }
}

/// A folder named on the command line.
package struct FolderPath: ArgumentValue, Hashable {
  package let path: String

  package init(argument: String) throws(CommandError) {
    guard !argument.isEmpty else { throw .expected("the name of a folder") }
    path = argument
  }

  package static var placeholder: String { "FOLDER" }
  package static var completion: Completion { .folder }
  package var argumentText: String { path }
}
