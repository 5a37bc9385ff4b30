/// Other repositories that keep a part of the objects: `git clone --shared` and `--reference` make such copies.
extension Repository {
  /// The folders in which objects are looked for: the repository's own, those that it names, and those that they name.
  var objectFolders: [String] {
    var folders = [path + "objects"]
    var next = 0
    while next < folders.count, next < Self.mostFolders {
      for folder in Self.alternates(of: folders[next]) where !folders.contains(folder) { folders.append(folder) }
      next += 1
    }
    return folders
  }

  private static let mostFolders = 100

  /// The lines of the file in which a folder of objects names others; `#` begins a comment.
  private static func alternates(of folder: String) -> [String] {
    guard let bytes = contents(ofFile: folder + "/info/alternates") else { return [] }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
      let line = line.hasSuffix("\r") ? line.dropLast() : line
      if line.isEmpty || line.hasPrefix("#") { return nil }
      return line.hasPrefix("/") ? String(line) : folder + "/" + line
    }
  }
}
