import Drafting
import Exchange
import Testing

@Test func originOfADocumentComesBackFromItsFile() throws {
  let codes = DelegationRegistry.standard.delegations.map(\.code)
  let digits = String(repeating: "0123456789", count: 4)
  var origins = [nil, DocumentOrigin(.reading(nil), main: digits), DocumentOrigin(.reading(codes[0]), main: digits)]
  origins.append(
    DocumentOrigin(
      .draft, main: digits, tips: Dictionary(codes.map { ($0, digits) }, uniquingKeysWith: { first, _ in first })))
  origins += [false, true].map { DocumentOrigin(.clean(fixesReferences: $0), main: digits) }
  for origin in origins {
    var document = WordDocument()
    document.properties.origin = origin
    document.properties.symbol = "CP/doc.1/26"
    let read = try WordReader.read(WordWriter().write(document)).properties
    #expect(read.origin == origin)
    #expect(read.symbol == "CP/doc.1/26")
  }
}

@Test func eachPropertyIsShortEnoughForWordToShowIt() throws {
  var document = WordDocument()
  let codes = DelegationRegistry.standard.delegations.map(\.code)
  document.properties.origin = DocumentOrigin(
    .draft, main: String(repeating: "a", count: 40),
    tips: Dictionary(codes.map { ($0, String(repeating: "b", count: 40)) }, uniquingKeysWith: { first, _ in first }))
  let part = try #require(try WrittenPackage(WordWriter().write(document)).parts["docProps/custom.xml"])
  let values = part.children.flatMap(\.children).map(\.text)
  #expect(values.count > 1)
  #expect(values.allSatisfy { $0.utf8.count <= 255 })
}
