import Clibgit2

/// The nearest that libgit2 has: three-way merges one after the other, each version into what came of those before it.
///
/// Its unit is the line, so each word stands on one; that is done before the time is taken.
struct MergeChain {
  private let base: [UInt8]
  private let versions: [[UInt8]]

  init(_ base: String, _ versions: [String]) {
    self.base = wordLines(base)
    self.versions = versions.map(wordLines)
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

private func wordLines(_ text: String) -> [UInt8] {
  Array((text.split(separator: " ").joined(separator: "\n") + "\n").utf8)
}
