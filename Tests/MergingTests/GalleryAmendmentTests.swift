import Merging
import Testing

/// Amendments to proposals, inside and outside the proposed words.
struct GalleryAmendmentTests {
  @Test func anAmendmentStandsInsideTheProposal() {
    #expect(
      merged(
        "",
        [
          Version(label: "Ven", text: "To urge the member states to continue"),
          Version(label: "Chile", text: "To urge the member states and observers to continue", amends: "Ven"),
        ])
        == "[Ven: To urge the member states [Chile: and observers] to continue]")
  }

  @Test func anAmendmentSharesTheProposersOtherEdits() {
    #expect(
      merged(
        "To urge the states to continue.",
        [
          Version(label: "Ven", text: "To strongly urge the states, in particular those of transit, to continue."),
          Version(
            label: "Chile",
            text: "To strongly urge the states, in particular those of origin and transit, to continue.", amends: "Ven"),
        ])
        == "To [Chile, Ven: strongly] urge the states [Ven: , in particular those of [Chile: origin and] transit,] to continue."
    )
  }

  @Test func anAmendmentOfAnAmendment() {
    #expect(
      merged(
        "",
        [
          Version(label: "Ven", text: "To urge the states"),
          Version(label: "Chile", text: "To urge the member states", amends: "Ven"),
          Version(label: "Bra", text: "To urge the member and observer states", amends: "Chile"),
        ])
        == "[Ven: To urge the [Chile: member [Bra: and observer]] states]")
  }

  @Test func anAmendmentThatDropsAnEditIsNotNamedThere() {
    #expect(
      merged(
        "To urge the states to continue.",
        [
          Version(label: "Ven", text: "To urge all states to continue now."),
          Version(label: "Chile", text: "To urge all states to continue.", amends: "Ven"),
        ])
        == "To urge [Chile, Ven: all ~~the~~] states to continue [Ven: now].")
  }

  @Test func anAmendmentOutsideTheProposalIsAnEditOfTheBase() {
    #expect(
      merged(
        "To urge the states to continue.",
        [
          Version(label: "Ven", text: "To urge all states to continue."),
          Version(label: "Chile", text: "To invite all states to continue.", amends: "Ven"),
        ])
        == "To [Chile: invite ~~urge~~] [Chile, Ven: all ~~the~~] states to continue.")
  }

  @Test func anAmendmentThatReplacesTheProposalIsARival() {
    #expect(
      merged(
        "and of others who",
        [
          Version(label: "Ven", text: "and of individuals who"),
          Version(label: "Chile", text: "and of persons who", amends: "Ven"),
        ])
        == "and of [Chile: persons / Ven: individuals ~~others~~] who")
  }

  @Test func whoAmendsNobodyAmendsTheBase() {
    #expect(
      merged(
        "and of others who",
        [
          Version(label: "Chile", text: "and of persons who", amends: "Ven")
        ])
        == "and of [Chile: persons ~~others~~] who")
  }
}
