import Drafting
import Testing

private let standard = DelegationRegistry.standard

@Test func everyCodeLabelNameAndAliasOfTheTableMeansItsDelegation() {
  for delegation in standard.delegations {
    for form in [delegation.label] + delegation.names + delegation.aliases {
      #expect(standard.resolve(form) == .delegation(delegation), "\(form)")
    }
    #expect((try? standard.delegation(named: delegation.code.description)) == delegation)
  }
}

@Test func theTableHolds35StatesWithFourNamesEach() {
  #expect(standard.delegations.filter { $0.code.description.count == 3 }.count == 35)
  #expect(standard.delegations.allSatisfy { $0.names.count == 4 })
}

@Test(arguments: [
  ("EE. UU.", "USA"), ("mex", "MEX"), ("MÉX", "MEX"), ("  Ven. ", "VEN"), ("brésil", "BRA"), ("T&T", "TTO"),
  ("Trinité-et-Tobago", "TTO"), ("The Bahamas", "BHS"), ("ven", "VEN"),
])
func capitalsAccentsAndFullStopsAreIgnored(text: String, code: String) throws {
  #expect(try standard.delegation(named: text).code == DelegationCode(code))
}

@Test(arguments: ["Dom", "CH", "CA", "ES", "Gra", "dom."])
func ambiguousLabelsNameTheirCandidates(text: String) {
  #expect {
    try standard.delegation(named: text)
  } throws: { error in
    let error = error as? DraftingError
    return error?.code == .ambiguousLabel && error?.message.contains(" or ") == true
  }
}

@Test func unknownNamesGetTheNearest() {
  #expect(standard.nearest(to: "Venezula").map(\.code.description) == ["VEN"])
  #expect {
    try standard.delegation(named: "Brasill")
  } throws: { error in
    let error = error as? DraftingError
    return error?.code == .unknownDelegation && error?.hint.contains("BRA (Brazil)") == true
  }
  #expect(standard.resolve("Measure") == .unknown)
  #expect(standard.resolve("") == .unknown)
}

@Test func aDelegationsOwnLabelIsNeverAmbiguous() throws {
  let dominica = Delegation(
    code: try DelegationCode("DMA"), label: "Dom", names: ["Dominica", "Dominica", "Dominique", "Dominica"])
  let other = Delegation(
    code: try DelegationCode("DOM"), label: "DR", names: ["R. D.", "R. D.", "R. D.", "R. D."], aliases: ["Dom"])
  let registry = DelegationRegistry([dominica, other])
  #expect(registry.resolve("Dom") == .delegation(dominica))
}

@Test func registryFilesGiveTheRegistryBack() throws {
  #expect(try DelegationRegistry(fileText: standard.fileText) == standard)
  #expect(try DelegationRegistry(fileText: "") == DelegationRegistry([]))
}

@Test(arguments: [
  "VEN\tVen\n", "\nven\tVen\ta\tb\tc\td\t\n", "VEN\t\ta\tb\tc\td\t\n",
  "VEN\tVen\ta\tb\tc\td\t\nVEN\tVen2\ta\tb\tc\td\t\n",
])
func damagedRegistriesAreRefused(file: String) {
  #expect(throws: DraftingError.self) { try DelegationRegistry(fileText: file) }
}

@Test func damagedLineOfARegistryIsNamed() {
  #expect {
    try DelegationRegistry(fileText: "\n\nVEN\n")
  } throws: { ($0 as? DraftingError)?.message == "delegations: line 3 is not a delegation" }
}
