import Merging
import Testing

struct CarriedTests {
  @Test func anEditWhoseWordsStandMovesAlong() {
    let result = carried(
      "groups and of individuals who profit", from: "groups and of others who profit",
      to: "organized groups and of others who gain")
    #expect(
      result == Carried(text: "organized groups and of individuals who gain", outcome: .movedAlong, conflicts: []))
  }

  @Test func anEditWhoseWordsChangedStaysAndIsInConflict() {
    let result = carried(
      "groups of individuals who openly profit", from: "groups of others who openly profit",
      to: "groups of persons who openly gain")
    #expect(result.text == "groups of individuals who openly gain")
    #expect(result.outcome == .inConflict)
    #expect(result.conflicts == [Carried.Conflict(was: "others", wanted: "individuals", now: "persons")])
  }

  @Test func anEditThatTheNewTextMakesIsSatisfied() {
    let result = carried(
      "of individuals who profit greatly", from: "of others who profit greatly",
      to: "of individuals who profit very greatly")
    #expect(result == Carried(text: "of individuals who profit very greatly", outcome: .satisfied, conflicts: []))
  }

  /// Both of two adopted wordings, with a short word between them, are one edit of the new text.
  @Test(
    arguments: [
      ("a session of experts", .satisfied, "a session of lawyers"),
      ("a meeting of lawyers", .satisfied, "a session of lawyers"),
      ("a meeting", .inConflict, "a meeting"),
      ("a meeting of judges", .inConflict, "a meeting of judges"),
      ("a session of lawyers and experts", .inConflict, "a session of lawyers and experts"),
    ] as [(String, Carried.Outcome, String)])
  func anEditThatTheNewTextMakesAmongOthersIsSatisfied(text: String, outcome: Carried.Outcome, expected: String) {
    let carried = carried(text, from: "a meeting of experts", to: "a session of lawyers")
    #expect(carried.text == expected)
    #expect(carried.outcome == outcome)
    let other = Merging.carried("a session of lawyers", from: "a meeting of experts", to: "a meeting of lawyers")
    #expect(other == Carried(text: "a session of lawyers", outcome: .movedAlong, conflicts: []))
  }

  @Test func wordsPutInThatMayStandInsideWhatGoesAreAConflict() {
    let base = "essential to life, to health, and to the economy"
    let inserted = "essential to life, to health, the environment, and to the economy"
    let deleted = "essential to life and to the economy"
    #expect(carried(deleted, from: base, to: inserted).outcome == .inConflict)
    #expect(carried(inserted, from: base, to: deleted).outcome == .inConflict)
  }

  @Test func aDifferentInsertionAtTheSamePlaceIsAConflict() {
    let result = carried("protect all victims", from: "protect victims", to: "protect the victims")
    #expect(result.text == "protect all victims")
    #expect(result.conflicts == [Carried.Conflict(was: "", wanted: "all", now: "the")])
  }

  @Test func wordsThatTheNewTextHasAtTheirPlaceAreNotDoubled() {
    let result = carried(
      "Local authorities and school boards shall coordinate.", from: "Local authorities shall coordinate.",
      to: "All local authorities and school boards coordinate.")
    #expect(
      result
        == Carried(
          text: "All local authorities and school boards coordinate.", outcome: .satisfied, conflicts: []))
    let behind = carried(
      "to mark the stops and crossings", from: "to mark the stops", to: "to mark stops and crossings")
    #expect(behind == Carried(text: "to mark stops and crossings", outcome: .satisfied, conflicts: []))
  }

  @Test func aReplacementWithTheWordsThatTheNewTextPutInStandsOnce() {
    let result = carried(
      "authorities and school boards coordinate", from: "authorities shall coordinate",
      to: "authorities and school shall coordinate")
    #expect(result == Carried(text: "authorities and school boards coordinate", outcome: .movedAlong, conflicts: []))
  }

  @Test func withoutAChangeOfTheBaseNothingChanges() {
    #expect(carried(" a c ", from: "a b", to: "a b") == Carried(text: "a c", outcome: .unchanged, conflicts: []))
  }

  @Test func withoutAWishTheNewBaseIsTheText() {
    #expect(carried("a b", from: "a b", to: "a c") == Carried(text: "a c", outcome: .satisfied, conflicts: []))
  }

  @Test func carryingIsSymmetricWhereNothingIsInConflict() {
    for seed in 0..<800 as Range<UInt64> {
      let some = GeneratedCase(seed: seed)
      let texts = some.versions.sorted { $0.key < $1.key }.map(\.value)
      guard texts.count > 1 else { continue }
      let one = carried(texts[0], from: some.base, to: texts[1])
      let other = carried(texts[1], from: some.base, to: texts[0])
      #expect((one.outcome == .inConflict) == (other.outcome == .inConflict), "seed \(seed)")
      if one.outcome != .inConflict {
        #expect(one.text.utf8.elementsEqual(other.text.utf8), "seed \(seed): \(one) \(other)")
      }
      #expect(one.conflicts.isEmpty == (one.outcome != .inConflict), "seed \(seed)")
    }
  }

  @Test func noWordOfTheProposalIsDropped() {
    for seed in 0..<800 as Range<UInt64> {
      var generator = Generator(seed: seed)
      let base = (0..<12).map { "w\($0)" }
      var (mine, theirs) = (base, base)
      for index in base.indices {
        if generator.below(4) == 0 { mine[index] = generator.below(2) == 0 ? "mine\(index)" : "w\(index) mine\(index)" }
        if generator.below(4) == 0 { theirs[index] = generator.below(2) == 0 ? "theirs\(index)" : "" }
      }
      let text = { (words: [String]) in words.filter { !$0.isEmpty }.joined(separator: " ") }
      let result = carried(text(mine), from: text(base), to: text(theirs))
      for word in mine.joined(separator: " ").split(separator: " ") where word.hasPrefix("mine") {
        #expect(result.text.split(separator: " ").contains(word), "seed \(seed): \(result)")
      }
    }
  }
}
