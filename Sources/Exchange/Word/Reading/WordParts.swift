internal import Packages

/// The parts of a package, found by the relationships between them.
struct WordParts: ~Copyable {
  private var package: PackageReader

  /// The path of the document itself.
  let document: String
  private var related: [String: String] = [:]

  /// - Throws: `WordError` for a package that is no Word document.
  init(_ bytes: [UInt8]) throws(WordError) {
    switch WordFileKind(bytes) {
    case .package: break
    case .compound: throw WordParts.compound(bytes)
    case .rtf, .pdf, .other:
      throw WordError(.notWord, "the file is no Word document", hint: "Save it from Word as .docx.")
    }
    do throws(PackageError) {
      var package = try PackageReader(bytes)
      if try package.part("mimetype")?.starts(with: "application/vnd.oasis.opendocument".utf8) == true {
        throw PackageError(.other, "opendocument")
      }
      let root = try WordParts.relationships(of: "", in: &package)
      let document = root["officeDocument"] ?? "word/document.xml"
      guard package.contains(document),
        document.lowercased().hasPrefix("word/") || package.contains("word/document.xml")
      else { throw PackageError(.other, "") }
      related = try WordParts.relationships(of: document, in: &package)
      for (name, path) in root where related[name] == nil { related[name] = path }
      self.document = document
      self.package = package
    } catch {
      if error.code == .other, error.message == "opendocument" {
        throw WordError(
          .openDocument, "the file is an OpenDocument text, though it may be called otherwise",
          hint: "Name it .odt, or save it as .docx.")
      }
      if error.code == .other, error.message.isEmpty {
        throw WordError(.otherPackage, "the file is a zip package, but holds no Word document")
      }
      throw WordError(error)
    }
  }

  /// Whether the package brings programs of its own, which are never looked at.
  var hasMacros: Bool { package.names.contains { $0.lowercased().hasSuffix("vbaproject.bin") } }

  /// Whether anything is embedded that may hold words: another document, a sheet.
  var hasEmbeddedDocuments: Bool {
    package.names.contains {
      $0.lowercased().hasPrefix("word/embeddings/") || $0.lowercased().hasPrefix("word/afchunk")
    }
  }

  /// Reads the part that the document is related to by that name: `styles`, `numbering`, `footnotes`.
  ///
  /// - Returns: `nil` where the package has none.
  mutating func reader(_ name: String) throws(PackageError) -> XMLReader? {
    let path = name == "document" ? document : related[name] ?? "word/\(name).xml"
    guard let bytes = try package.part(path) else { return nil }
    return try XMLReader(bytes, part: path, prefixes: WordNamespaces.prefixes)
  }

  /// The paths of what a part is related to, by the last word of the relationship's type.
  private static func relationships(
    of part: String, in package: inout PackageReader
  ) throws(PackageError) -> [String: String] {
    let folder = part.split(separator: "/").dropLast().joined(separator: "/")
    let name = part.split(separator: "/").last.map(String.init) ?? ""
    let path = (folder.isEmpty ? "" : folder + "/") + "_rels/" + name + ".rels"
    guard let bytes = try package.part(path) else { return [:] }
    var reader = try XMLReader(bytes, part: path, prefixes: WordNamespaces.prefixes)
    var found: [String: String] = [:]
    while let event = try reader.next() {
      guard event == .start("rel:Relationship"), reader.attribute("TargetMode") != "External",
        let type = reader.attribute("Type")?.split(separator: "/").last, let target = reader.attribute("Target"),
        found[String(type)] == nil
      else { continue }
      found[String(type)] = absolute(target, from: folder)
    }
    return found
  }

  /// The path in the package that a relationship's target means, seen from a folder.
  private static func absolute(_ target: String, from folder: String) -> String {
    if target.hasPrefix("/") { return String(target.dropFirst()) }
    var path = folder.split(separator: "/").map(String.init)
    for step in target.split(separator: "/") {
      if step == ".." { _ = path.popLast() } else if step != "." { path.append(String(step)) }
    }
    return path.joined(separator: "/")
  }

  /// The stream's name `EncryptedPackage`, in UTF-16, tells a password from an old document.
  private static func compound(_ bytes: [UInt8]) -> WordError {
    let name: [UInt8] = "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }
    var index = 512
    while index + name.count <= bytes.count {
      if bytes[index] == name[0], bytes[index..<(index + name.count)].elementsEqual(name) {
        return WordError(
          .encrypted, "the document is encrypted with a password",
          hint: "Open it in Word and save it without a password.")
      }
      // Names of streams stand at multiples of 128 bytes.
      index += 128
    }
    return WordError(
      .oldFormat, "the file is in Word's old format (.doc)", hint: "Save it from Word as .docx, or name it .doc.")
  }
}
