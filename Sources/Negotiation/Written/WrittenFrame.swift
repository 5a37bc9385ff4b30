internal import Drafting
internal import Git

/// What a written draft is put together from: the title, lines and notes as they were written, and between them items of
/// its folders.
struct WrittenFrame {
  /// See ``WrittenFolder/context``.
  let context: String
  let noteCount: Int

  /// The name of the lists of paragraphs that the order comes from (``FolderSources/orderName()``).
  let order: ObjectID
  let hasBrackets: Bool

  /// The folders, each with what is expected of its file (``WrittenFolder/shape``).
  let folders: [(name: String, shape: ObjectID)]
  let blocks: [Block]

  enum Block {
    case words(ArraySlice<UInt8>)

    /// Items of one folder that stand together in the draft too.
    case items(folder: Int, Range<Int>)
  }

  init(
    context: String, noteCount: Int, order: ObjectID, hasBrackets: Bool, folders: [(name: String, shape: ObjectID)],
    blocks: [Block]
  ) {
    self.context = context
    self.noteCount = noteCount
    self.order = order
    self.hasBrackets = hasBrackets
    self.folders = folders
    self.blocks = blocks
  }

  /// Reads what ``bytes`` made; `nil` for anything else.
  init?(_ bytes: ArraySlice<UInt8>) {
    var reader = RecordReader(bytes)
    guard let context = reader.text(), let noteCount = reader.number(), let order = reader.name(),
      let brackets = reader.number(), let folderCount = reader.number(), folderCount <= bytes.count
    else { return nil }
    var folders: [(name: String, shape: ObjectID)] = []
    for _ in 0..<folderCount {
      guard let name = reader.text(), let shape = reader.name() else { return nil }
      folders.append((name, shape))
    }
    var blocks: [Block] = []
    guard let blockCount = reader.number(), blockCount <= bytes.count else { return nil }
    for _ in 0..<blockCount {
      guard let folder = reader.number(), folder <= folderCount else { return nil }
      if folder == folderCount {
        guard let words = reader.bytes() else { return nil }
        blocks.append(.words(words))
      } else {
        guard let first = reader.number(), let count = reader.number() else { return nil }
        blocks.append(.items(folder: folder, first..<(first + count)))
      }
    }
    guard reader.isAtEnd else { return nil }
    self.init(
      context: context, noteCount: noteCount, order: order, hasBrackets: brackets == 1, folders: folders, blocks: blocks
    )
  }

  var bytes: [UInt8] {
    var output = RecordOutput()
    output.append(context.utf8)
    output.append(noteCount)
    output.append(order)
    output.append(hasBrackets ? 1 : 0)
    output.append(folders.count)
    for folder in folders {
      output.append(folder.name.utf8)
      output.append(folder.shape)
    }
    output.append(blocks.count)
    for block in blocks {
      switch block {
      case .words(let words):
        output.append(folders.count)
        output.append(words)
      case .items(let folder, let items):
        output.append(folder)
        output.append(items.lowerBound)
        output.append(items.count)
      }
    }
    return output.bytes
  }

  /// The whole draft, in pieces; `nil` where the folders do not have what they must.
  ///
  /// - Cost: none that follows the length of the words.
  func pieces(_ files: [WrittenFolder]) -> [ArraySlice<UInt8>]? {
    var pieces: [ArraySlice<UInt8>] = []
    for block in blocks {
      if !pieces.isEmpty { pieces.append(WrittenFolder.gap[...]) }
      switch block {
      case .words(let words): pieces.append(words)
      case .items(let folder, let items):
        guard files.indices.contains(folder), let words = files[folder].words(of: items) else { return nil }
        pieces.append(words)
      }
    }
    if !pieces.isEmpty { pieces.append([0x0A]) }
    return pieces
  }
}
