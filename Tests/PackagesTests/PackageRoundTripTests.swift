import Packages
import Testing

@Test func whatIsWrittenIsReadBack() throws {
  let parts: [String: [UInt8]] = ["word/document.xml": Array("<a/>".utf8), "[Content_Types].xml": [], "b": [0, 255]]
  let bytes = try PackageWriter.write(parts)
  #expect(try PackageWriter.write(parts) == bytes)
  var reader = try PackageReader(bytes)
  #expect(reader.names == ["[Content_Types].xml", "b", "word/document.xml"])
  for (name, content) in parts { #expect(try reader.part(name.uppercased()) == content) }
  #expect(try reader.part("c") == nil)
}

@Test func elementsAttributesAndTextAreWrittenAndReadBack() throws {
  var writer = try XMLWriter()
  try writer.element("w:p", ["xmlns:w": "urn:w", "w:a": "1 < \"2\" & é\n"]) { (writer) throws(PackageError) in
    try writer.element("w:t") { (writer) throws(PackageError) in try writer.text(" a & <b>\u{1} ") }
    try writer.element("w:br")
  }
  let bytes = try writer.finished()
  var reader = try XMLReader(bytes, part: "x", prefixes: ["urn:w": "v"])
  #expect(try reader.next() == .start("v:p"))
  #expect(reader.attribute("v:a") == "1 < \"2\" & é\n")
  #expect(reader.attribute("v:b") == nil)
  #expect(try reader.next() == .start("v:t"))
  #expect(try reader.next() == .text(" a & <b>\u{FFFD} "))
  #expect(try reader.next() == .end)
  #expect(try reader.next() == .start("v:br"))
  #expect(try reader.next() == .end)
  #expect(try reader.next() == .end)
  #expect(try reader.next() == nil)
}
