internal import Drafting
internal import Git
internal import Notation

/// Where the parts of one form of the written draft are kept: one file for each folder of paragraphs, and one for what
/// stands around them.
///
/// Nothing in them is believed that cannot be compared: each is used only where the hashes of the same files lead to it.
struct WrittenShelf {
  let repository: Repository

  /// Names the files: `text-oas-english`.
  let form: String

  /// See ``WrittenFolder/context``.
  let context: String

  /// Whether what is written is kept.
  var keeps = true

  /// Names the files of one form of the draft: `text-oas-english`.
  static func form(_ writer: DraftWriter, _ language: Language) -> String {
    "\(writer.format)-\(writer.notation)-\(language)"
  }

  /// The name of a file in `amend/`: of a folder of paragraphs, or of what stands around the items.
  static func path(_ name: String = "draft", form: String) -> String { "written-\(form)/\(name)" }

  private func path(_ name: String) -> String { Self.path(name, form: form) }

  /// What stands around the items; `nil` where nothing is kept that can be used.
  func frame() -> WrittenFrame? {
    repository.derived(path("draft")).flatMap { WrittenFrame($0) }.flatMap { $0.context == context ? $0 : nil }
  }

  /// The items of a folder; `nil` where nothing is kept that can be used.
  func folder(_ name: String) -> WrittenFolder? {
    repository.derived(path(name)).flatMap { WrittenFolder($0) }.flatMap { $0.context == context ? $0 : nil }
  }

  func keep(_ frame: WrittenFrame) {
    if keeps { repository.keepDerived(path("draft"), frame.bytes) }
  }

  func keep(_ folder: [UInt8], named name: String) {
    if keeps { repository.keepDerived(path(name), folder) }
  }
}
