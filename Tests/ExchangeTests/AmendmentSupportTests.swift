import Drafting
import Exchange
import Notation
import Testing

private let one = "1. To create a [Ven: permanent] fund for lakes [Ven: and rivers], as each State wishes."

private func read(_ text: String, of line: String = one, by label: String = "Arg") throws -> ObservationList {
  let written = identifiedDraft("DECLARATION\n\nRESOLVE:\n\n\(line)\n\n2. To thank the host country.\n")
  var reader = ObservationReader(
    registry: .standard, label: label, base: written.reading(of: nil), present: written.reading(of: label),
    isTheirs: { $0 == "Ana" })
  reader.written = written
  let body = [text, "2. To thank the host country."].map { WordFiles.paragraph($0) }.joined()
  return reader.read(try WordFiles.read(body), marks: ObservationMarks.none)
}

@Test func amendmentOfOneOfTwoBracketsSaysThatItSupportsTheOther() throws {
  let told =
    "what else Ven proposes in the paragraph is supported with it, since an amendment is one of the whole proposal"
  let changed = one.replacing("permanent", with: "lasting")
  #expect(try read(changed).observations.map(\.note) == [told])
  // Beside a change of the draft's own words too.
  let both = try read(changed.replacing("each State", with: "every State"))
  #expect(both.observations.map(\.note) == [nil, told])
  // Where there is no other, or all are changed, or the sender has the others already, nothing is to be said.
  let alone = one.replacing(" [Ven: and rivers]", with: "")
  #expect(try read(alone.replacing("permanent", with: "lasting"), of: alone).observations.map(\.note) == [nil])
  #expect(try read(changed.replacing("rivers", with: "seas")).observations.map(\.note) == [nil])
  let shared = one.replacing("[Ven: and", with: "[Arg, Ven: and")
  #expect(try read(shared.replacing("permanent", with: "lasting"), of: shared).observations.map(\.note) == [nil])
}
