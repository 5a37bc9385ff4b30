import Drafting
import Git
import Glibc
@testable import Negotiation
import Notation
import TestSupport
import Testing

@Suite("A consolidated draft that was written before")
struct WrittenConsolidationTests {
  @Test(arguments: 0..<24)
  func isWrittenAgainAsItWouldBeAnew(seed: UInt64) throws {
    let meeting = try Meeting(LawTests.draft)
    var play = Play(seed: seed)
    for step in 0..<14 {
      _ = play.step(meeting)
      for format in [DraftFormat.text, .markdown] {
        let told: Comment = "seed \(seed), step \(step), \(format): \(play.told)"
        let (known, anew) = (try written(meeting, format), try anew(meeting, format))
        #expect(known.text == anew.text, told)
        #expect(known.conflicts.map(\.identifier) == anew.conflicts.map(\.identifier), told)
        #expect(try written(meeting, format).text == anew.text, told)
      }
    }
    try expectSound(meeting)
  }

  @Test func comesFromWhatWasKept() throws {
    let meeting = try disputed()
    _ = try written(meeting)
    let repository = try meeting.open().repository
    var records = try #require(repository.derived(Self.file).flatMap { WrittenRecords($0) })
    let index = try #require(records.records.firstIndex { $0.identifier == "p0003" })
    let old = records.records[index]
    records.records[index] = WrittenRecord(
      identifier: old.identifier, folder: old.folder, sources: old.sources,
      item: WrittenItem(kind: old.item.kind, hasBrackets: false, bytes: Array("RESOLVE TWICE:".utf8)[...]),
      conflicts: [])
    repository.keepDerived(Self.file, records.bytes)
    #expect(try written(meeting).text.contains("RESOLVE TWICE:"))
    #expect(try written(meeting, program: "another").text == anew(meeting).text)
  }

  @Test func isNeverReadFromADamagedFile() throws {
    let meeting = try disputed()
    let right = try anew(meeting).text
    _ = try written(meeting)
    let whole = try #require(bytes(of: meeting))
    for place in 0..<whole.count {
      var damaged = whole
      damaged[place] ^= 1 << UInt8(place % 8)
      try put(damaged, meeting)
      #expect(try meeting.open().repository.derived(Self.file) == nil, "byte \(place)")
      guard place % 97 == 0 else { continue }
      #expect(try written(meeting).text == right, "byte \(place)")
      #expect(bytes(of: meeting) == whole, "byte \(place)")
    }
    for length in stride(from: 0, to: whole.count, by: 41) {
      try put(Array(whole[..<length]), meeting)
      #expect(try written(meeting).text == right, "\(length) bytes")
      #expect(bytes(of: meeting) == whole, "\(length) bytes")
    }
    try put(whole + [0], meeting)
    #expect(try written(meeting).text == right)
  }

  @Test func isNeverReadFromWordsThatOnlyLookLikeIt() throws {
    let meeting = try disputed()
    let right = try anew(meeting).text
    _ = try written(meeting)
    let repository = try meeting.open().repository
    let content = try #require(repository.derived(Self.file))
    for place in stride(from: content.startIndex, to: content.endIndex, by: 7) {
      // A right checksum over a list that ends in the middle of something.
      repository.keepDerived(Self.file, Array(content[..<place]))
      #expect(try written(meeting).text == right, "\(place) bytes")
    }
  }

  @Test func worksWhereNothingCanBeKept() throws {
    let meeting = try disputed()
    let right = try anew(meeting).text
    // A file where the folder should be: nothing can be made in it, not even by root.
    try writeBytes([], to: meeting.path + "/amend")
    #expect(try written(meeting).text == right)
    #expect(try written(meeting).text == right)
  }

  @Test func isLeftAloneWhileAnotherProcessWritesIt() throws {
    let meeting = try disputed()
    _ = try written(meeting)
    let before = bytes(of: meeting)
    try writeBytes([1], to: meeting.path + "/amend/" + Self.file + ".new")
    try meeting.propose("VEN", "operative/3", .replace("host", "whole"))
    #expect(try written(meeting).text == anew(meeting).text)
    #expect(bytes(of: meeting) == before)
  }

  private static let file = "consolidated-text-oas-english"

  private func disputed() throws -> Meeting {
    let meeting = try Meeting(LawTests.draft)
    try meeting.propose("VEN", "operative/1", .replace("others", "individuals"))
    try meeting.propose("MEX", "operative/2", .replace("annex", "annexes"))
    return meeting
  }

  private func written(
    _ meeting: Meeting, _ format: DraftFormat = .text, program: String = "test"
  ) throws -> (text: String, conflicts: [(identifier: ParagraphIdentifier, code: DelegationCode)]) {
    let negotiation = try meeting.open()
    let writer = DraftWriter(format: format, notation: .oas, registry: negotiation.registry)
    let result = try negotiation.written(writer, program: program)
    return (String(decoding: result.text, as: UTF8.self), result.conflicts)
  }

  private func anew(
    _ meeting: Meeting, _ format: DraftFormat = .text
  ) throws -> (text: String, conflicts: [(identifier: ParagraphIdentifier, code: DelegationCode)]) {
    let negotiation = try meeting.open()
    let consolidation = try negotiation.consolidation()
    let writer = DraftWriter(format: format, notation: .oas, registry: negotiation.registry)
    return (writer.write(consolidation.draft), consolidation.conflicts)
  }

  private func bytes(of meeting: Meeting) -> [UInt8]? { readBytes(meeting.path + "/amend/" + Self.file) }

  private func put(_ bytes: [UInt8], _ meeting: Meeting) throws {
    try writeBytes(bytes, to: meeting.path + "/amend/" + Self.file)
  }
}

@safe
private func readBytes(_ path: String) -> [UInt8]? {
  guard let file = unsafe fopen(path, "r") else { return nil }
  defer { unsafe fclose(file) }
  var bytes = [UInt8](repeating: 0, count: 1 << 20)
  let count = unsafe bytes.withUnsafeMutableBytes { unsafe fread($0.baseAddress, 1, $0.count, file) }
  return Array(bytes[..<count])
}

@safe
private func writeBytes(_ bytes: [UInt8], to path: String) throws {
  guard let file = unsafe fopen(path, "w") else { throw Failure("cannot write \(path)") }
  let count = unsafe bytes.withUnsafeBytes { unsafe fwrite($0.baseAddress, 1, $0.count, file) }
  guard unsafe fclose(file) == 0, count == bytes.count else { throw Failure("cannot write \(path)") }
}
