import Drafting
import Exchange
import Notation
import Packages
import Testing

/// The message that a file is refused with; `nil` where it is read.
private func refusal(_ bytes: [UInt8]) -> WordError? {
  do throws(WordError) {
    _ = try WordReader.read(bytes)
    return nil
  } catch {
    return error
  }
}

/// The bytes with other bytes at each place where a signature begins, so far behind it.
private func patched(_ bytes: [UInt8], at signature: [UInt8], offset: Int, _ value: [UInt8]) -> [UInt8] {
  var bytes = bytes
  for index in 0..<(bytes.count - signature.count) where bytes[index..<(index + 4)].elementsEqual(signature) {
    bytes.replaceSubrange((index + offset)..<(index + offset + value.count), with: value)
  }
  return bytes
}

private let localHeader: [UInt8] = [0x50, 0x4B, 3, 4]
private let centralHeader: [UInt8] = [0x50, 0x4B, 1, 2]

@Test func aPartThatUnpacksToTooMuchIsRefused() throws {
  let large = try WordFiles.package(String(repeating: " ", count: 65 << 20))
  #expect(large.count < 1 << 20)
  #expect(refusal(large)?.message == "'word/document.xml' unpacks to 65 MiB; 64 are allowed")
  let dense = try WordFiles.package(String(repeating: " ", count: 2 << 20))
  #expect(refusal(dense)?.message.contains("times its size; 400 are allowed") == true)
}

@Test func aPartThatIsLongerThanItSaysIsRefused() throws {
  let honest = try WordFiles.package(WordFiles.paragraph("one"))
  #expect(refusal(honest) == nil)
  let lying = patched(honest, at: centralHeader, offset: 24, [40, 0, 0, 0])
  #expect(refusal(lying)?.message == "'word/document.xml' in the package is damaged and cannot be unpacked")
}

@Test(arguments: ["../../etc/passwd", "/etc/passwd", "word\\..\\x", "C:x", "word/../../x", "a/./b"])
func aNameThatLeadsOutOfThePackageIsRefused(name: String) throws {
  let bytes = try PackageWriter.write(["word/document.xml": Array(WordFiles.document("").utf8), name: [0]])
  #expect(refusal(bytes)?.code == .package(.unsafeName))
}

@Test func tooManyEntriesAreRefused() throws {
  var parts: [String: [UInt8]] = ["word/document.xml": Array(WordFiles.document("").utf8)]
  for number in 0..<4_100 { parts["word/media/\(number)"] = [] }
  #expect(refusal(try PackageWriter.write(parts))?.message == "the package has 4101 entries; 4096 are allowed")
}

@Test(arguments: [
  "<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;\">]>",
  "<!DOCTYPE w [<!ENTITY c SYSTEM \"file:///etc/passwd\">]>",
  "<!DOCTYPE w SYSTEM \"http://example.org/x.dtd\">",
])
func noEntityIsExpandedAndNothingIsFetched(declaration: String) throws {
  let document = WordFiles.document(WordFiles.paragraph("&c;"))
  let hostile = document.replacing("<?xml version=\"1.0\"?>", with: declaration)
  let error = refusal(try PackageWriter.write(["word/document.xml": Array(hostile.utf8)]))
  #expect(error?.code == .package(.documentType))
}

@Test func elementsTenThousandDeepAreRefused() throws {
  let deep = String(repeating: "<w:sdt><w:sdtContent>", count: 5_000) + WordFiles.paragraph("x")
  let open = try WordFiles.package(deep)
  #expect(refusal(open)?.message == "'word/document.xml' is nested more than 256 elements deep")
  let closed = try WordFiles.package(deep + String(repeating: "</w:sdtContent></w:sdt>", count: 5_000))
  #expect(refusal(closed)?.code == .package(.malformed))
}

@Test func everyTruncationIsRefused() throws {
  let whole = try WordFiles.package(WordFiles.paragraph("some words of a draft"))
  for count in stride(from: 4, to: whole.count - 1, by: 7) {
    let error = refusal(Array(whole[..<count]))
    #expect(error?.code == .package(.damaged), "\(count) bytes of \(whole.count)")
  }
  let cut = Array(WordFiles.document(WordFiles.paragraph("x")).utf8.dropLast(30))
  #expect(refusal(try PackageWriter.write(["word/document.xml": cut]))?.code == .package(.malformed))
}

@Test func damagedBytesNeverCrashTheReader() throws {
  let whole = try WordFiles.package(
    WordFiles.paragraph("some words of a draft", WordFiles.numbered(1)), ["numbering": "<w:num w:numId=\"1\"/>"])
  for index in 0..<whole.count {
    var bytes = whole
    bytes[index] ^= 0x55
    _ = refusal(bytes)
  }
}

@Test func anEncryptedPackageIsRefused() throws {
  var bytes = try WordFiles.package(WordFiles.paragraph("x"))
  bytes = patched(bytes, at: localHeader, offset: 6, [1, 8])
  bytes = patched(bytes, at: centralHeader, offset: 8, [1, 8])
  #expect(refusal(bytes)?.code == .encrypted)
  var compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 2_040)
  #expect(refusal(compound)?.code == .oldFormat)
  compound.replaceSubrange(1_152..<1_184, with: "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] })
  #expect(refusal(compound)?.code == .encrypted)
}

@Test func macrosAreLeftOutAndSaidSo() throws {
  let bytes = try PackageWriter.write([
    "word/document.xml": Array(WordFiles.document(WordFiles.paragraph("x")).utf8), "word/vbaProject.bin": [1, 2, 3],
  ])
  let document = try WordReader.read(bytes)
  #expect(document.lines == ["x"])
  #expect(document.remarks == [WordRemark("the document brings macros, which were left out and not run")])
}

@Test func otherFilesAreKnownForWhatTheyAre() throws {
  let text = try PackageWriter.write([
    "mimetype": Array("application/vnd.oasis.opendocument.text".utf8), "content.xml": [],
  ])
  #expect(refusal(text)?.code == .openDocument)
  #expect(refusal(try PackageWriter.write(["xl/workbook.xml": []]))?.code == .otherPackage)
  #expect(refusal(Array("%PDF-1.7".utf8))?.code == .notWord)
  #expect(refusal([])?.code == .notWord)
}

@Test func numbersFromOutsideAreKeptWithinLimits() throws {
  let levels =
    "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"2000000000\"/>"
    + "<w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"%1.%9%\"/></w:lvl>"
    + "<w:lvl w:ilvl=\"99\"/><w:lvl w:ilvl=\"-1\"/></w:abstractNum>"
    + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
  let styles =
    "<w:style w:styleId=\"a\"><w:basedOn w:val=\"b\"/></w:style><w:style w:styleId=\"b\"><w:basedOn w:val=\"a\"/></w:style>"
  let body =
    WordFiles.paragraph("x", "<w:pStyle w:val=\"a\"/>" + WordFiles.numbered(1))
    + WordFiles.paragraph("y", WordFiles.numbered(1, 99)) + WordFiles.paragraph("z", WordFiles.numbered(77))
  let document = try WordFiles.read(body, ["numbering": levels, "styles": styles])
  #expect(document.lines == ["1000000000.% x", "1000000001.% y", "z"])
}

/// libxml2 compares each attribute of an element with all others.
@Test func elementWithManyAttributesIsRefusedAtOnce() throws {
  let attributes = (0..<60_000).map { " x:a\($0)=\"1\"" }.joined()
  let error = #expect(throws: WordError.self) { try WordFiles.read("<w:p\(attributes)/>") }
  #expect(error?.message.contains("more than 256 attributes") ?? false, "\(error?.message ?? "")")
  // Long words are none, nor is a long attribute.
  let long = String(repeating: "a = \"b\" ", count: 20_000)
  #expect(try WordFiles.read(WordFiles.paragraph(long)).lines == [long])
  _ = try WordFiles.read("<w:p x:a='\(long)'/>" + WordFiles.paragraph(long))
}

@Test func largePartInAnotherEncodingIsRefused() throws {
  let text = WordFiles.document(WordFiles.paragraph(String(repeating: "To ask. ", count: 10_000)))
  var utf16: [UInt8] = [0xFF, 0xFE]
  for unit in text.utf16 { utf16 += [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)] }
  let error = #expect(throws: WordError.self) {
    try WordReader.read(PackageWriter.write(["word/document.xml": utf16]))
  }
  #expect(error?.message.contains("not in UTF-8") ?? false, "\(error?.message ?? "")")
}

/// Nothing that is done for each change or comment looks at all the others.
@Test func manyChangesAndCommentsAreReadInTime() throws {
  let count = 20_000
  let changes = (0..<count).map { "<w:ins w:id=\"\($0)\" w:author=\"Chile\"><w:r><w:t>w\($0) </w:t></w:r></w:ins>" }
    .joined()
  let notes = (0..<count).map {
    "<w:comment w:id=\"\($0)\" w:author=\"Chile\"><w:p><w:r><w:t>c</w:t></w:r></w:p></w:comment>"
  }
  let marks = (0..<count).map { "<w:p><w:r><w:t>w</w:t></w:r><w:r><w:commentReference w:id=\"\($0)\"/></w:r></w:p>" }
  let document = try WordFiles.read("<w:p>\(changes)</w:p>" + marks.joined(), ["comments": notes.joined()])
  let begin = ContinuousClock.now
  let draft = WordDraft(document, labels: LabelTable(registry: .standard))
  #expect(draft.remarks.count == count)
  #expect(document.amendedAuthors { $0 == "Chile" } == [])
  #expect(ContinuousClock.now - begin < .seconds(20))
}
