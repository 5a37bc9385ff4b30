import Drafting
import Exchange
import Merging
import Notation
import Testing

private let base = identifiedDraft(
  """
  DECLARATION

  RESOLVE:

  1. To urge the member states to support the plan for the safety of all roads.

  """)

/// What a document asks for in which Venezuela's Ana changes the draft's own words, where Venezuela proposes the deletion
/// of "of all roads" and "the parties" for "the member states".
private func read(hadAll: Bool = false, _ content: String...) throws -> (text: String?, note: String?) {
  var present = base
  present.sections[0].items[1].body = BracketedText(text: "To urge the parties to support the plan for the safety.")
  var reader = ObservationReader(
    registry: .standard, label: "Ven", base: base, present: present, isTheirs: { $0 == "Ana" })
  reader.hadSendersProposals = hadAll
  let list = reader.read(try WordFiles.read("<w:p>\(content.joined())</w:p>"))
  let observation = try #require(list.observations.first)
  #expect(list.observations.count == 1 && list.remarks.isEmpty)
  guard case .text(_, let text) = observation.change else { return (nil, observation.note) }
  return (text, observation.note)
}

private func run(_ text: String) -> String { "<w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r>" }

private func inserted(_ text: String) -> String { "<w:ins w:id=\"1\" w:author=\"Ana\">\(run(text))</w:ins>" }

private func deleted(_ text: String) -> String {
  "<w:del w:id=\"2\" w:author=\"Ana\"><w:r><w:delText xml:space=\"preserve\">\(text)</w:delText></w:r></w:del>"
}

@Test func wordsThatADocumentNeitherHasNorStrikesStay() throws {
  let found = try read(
    run("1. To urge the member states to support the plan for the "), inserted("lasting "),
    run("safety of all roads."))
  #expect(found.text == "To urge the parties to support the plan for the lasting safety.")
  #expect(found.note == "what the delegation proposes there besides stays, though the document does not have it")
}

@Test func wordsThatADocumentReplacesAreTold() throws {
  let found = try read(
    run("1. To urge "), deleted("the member states"), inserted("all governments"),
    run(" to support the plan for the safety of all "), inserted("public "), run("roads."))
  #expect(found.text == "To urge all governments to support the plan for the safety of all public roads.")
  #expect(
    found.note
      == "it comes in place of what the delegation proposed there: “the parties”, the deletion of “of all roads”")
}

@Test func nothingIsToldOfADocumentThatHasItAll() throws {
  let found = try read(
    run("1. To urge the "), deleted("member states"), inserted("parties"),
    run(" to support the "), inserted("new "), run("plan for the safety"), deleted(" of all roads"), run("."))
  #expect(found.text == "To urge the parties to support the new plan for the safety.")
  #expect(found.note == nil)
}

@Test func whatIsGoneFromADocumentThatHadItAllIsTakenBack() throws {
  let found = try read(
    hadAll: true, run("1. To urge the member states to support the plan for the "),
    inserted("lasting "), run("safety of all roads."))
  #expect(found.text == "To urge the member states to support the plan for the lasting safety of all roads.")
  #expect(found.note == nil)
}
