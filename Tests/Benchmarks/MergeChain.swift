import Clibgit2
import Merging

/// The nearest that libgit2 has: three-way merges one after the other, each version into what came of those before it.
///
/// Its unit is the line, so the text is put on lines first; that is done before the time is taken.
struct MergeChain {
  private let base: [UInt8]
  private let versions: [[UInt8]]

  /// What stands on a line.
  enum Unit {
    /// Each word, and the white space between two words: the text can be put together again, as from our merge.
    case wordOrSpace

    /// Each word; the white space is lost, so this is less work than ours.
    case word
  }

  init(_ base: String, _ versions: [String], unit: Unit) {
    var trace = WordTrace()
    self.base = lines(base, unit, &trace)
    self.versions = versions.map { lines($0, unit, &trace) }
  }

  /// Merges them all.
  ///
  /// - Returns: the size of what comes out, with its marks of conflict.
  func mergedSize() -> Int {
    var current = base
    for version in versions { current = merged(current, version) }
    return current.count
  }

  @safe
  private func merged(_ ours: [UInt8], _ theirs: [UInt8]) -> [UInt8] {
    unsafe base.withUnsafeBytes { base in
      unsafe ours.withUnsafeBytes { ours in
        unsafe theirs.withUnsafeBytes { theirs in
          var inputs = unsafe [input(base), input(ours), input(theirs)]
          var result = unsafe git_merge_file_result()
          let code = unsafe inputs.withUnsafeMutableBufferPointer { inputs in
            guard let first = inputs.baseAddress else { return Int32(-1) }
            return unsafe git_merge_file(&result, first, first + 1, first + 2, nil)
          }
          defer { unsafe git_merge_file_result_free(&result) }
          guard code == 0, let text = unsafe result.ptr else { return [] }
          return unsafe Array(UnsafeRawBufferPointer(start: text, count: result.len))
        }
      }
    }
  }
}

private func input(_ bytes: UnsafeRawBufferPointer) -> git_merge_file_input {
  var input = unsafe git_merge_file_input()
  unsafe git_merge_file_input_init(&input, UInt32(GIT_MERGE_FILE_INPUT_VERSION))
  unsafe input.ptr = bytes.bindMemory(to: CChar.self).baseAddress
  unsafe input.size = bytes.count
  return unsafe input
}

/// The words of a text as our merge cuts them, each on a line.
private func lines(_ text: String, _ unit: MergeChain.Unit, _ trace: inout WordTrace) -> [UInt8] {
  let words = trace.words(of: text)
  var lines: [UInt8] = []
  for index in 0..<words.count {
    let space = words.space(before: index)
    if unit == .wordOrSpace, !space.isEmpty {
      // A line holds no line break: a vertical tab stands for it.
      lines += space.utf8.map { $0 == 0x0A ? 0x0B : $0 } + [0x0A]
    }
    lines += Array(words.text(index..<(index + 1)).utf8) + [0x0A]
  }
  return lines
}
