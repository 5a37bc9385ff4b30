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
    let folder = try kept(Self.folder, meeting)
    try keep(folder, replacing: "p0002", with: "RESOLVE TWICE.", in: meeting)
    #expect(try written(meeting).text.contains("RESOLVE TWICE."))
    #expect(try written(meeting, program: "another").text == anew(meeting).text)
  }

  @Test func isWrittenAgainOnlyWhereFilesChanged() throws {
    let meeting = try crowded()
    _ = try written(meeting)
    let before = try Self.files.map { try #require(bytes(of: meeting, $0)) }
    try meeting.propose("CHL", "operative/2", .replace("host", "whole"))
    #expect(try written(meeting).text == anew(meeting).text)
    let after = try Self.files.map { try #require(bytes(of: meeting, $0)) }
    #expect(before[1] != after[1])
    #expect(before[0] == after[0] && before[2...] == after[2...])
    // The words of the others are not even looked at.
    let other = try kept(Self.otherFolder, meeting)
    try keep(other, replacing: "p0290", with: "KEPT WORDS.", in: meeting, named: Self.otherFolder)
    try meeting.propose("CHL", "operative/2", .replace("whole", "entire"))
    #expect(try written(meeting).text.contains("KEPT WORDS."))
  }

  @Test func isNeverReadFromADamagedFile() throws {
    let meeting = try disputed()
    let right = try anew(meeting).text
    _ = try written(meeting)
    for file in Self.files.prefix(2) + ["branches"] {
      let whole = try #require(bytes(of: meeting, file))
      for place in 0..<whole.count {
        var damaged = whole
        damaged[place] ^= 1 << UInt8(place % 8)
        try put(damaged, meeting, file)
        #expect(try meeting.open().repository.derived(file) == nil, "\(file), byte \(place)")
        guard place % 97 == 0 else { continue }
        #expect(try written(meeting).text == right, "\(file), byte \(place)")
        #expect(bytes(of: meeting, file) == whole, "\(file), byte \(place)")
      }
      for length in stride(from: 0, to: whole.count, by: 41) {
        try put(Array(whole[..<length]), meeting, file)
        #expect(try written(meeting).text == right, "\(file), \(length) bytes")
        #expect(bytes(of: meeting, file) == whole, "\(file), \(length) bytes")
      }
      try put(whole + [0], meeting, file)
      #expect(try written(meeting).text == right, "\(file)")
      try remove(meeting, file)
      #expect(try written(meeting).text == right, "\(file)")
      #expect(bytes(of: meeting, file) == whole, "\(file)")
    }
  }

  @Test func isNeverReadFromWordsThatOnlyLookLikeIt() throws {
    let meeting = try disputed()
    let right = try anew(meeting).text
    _ = try written(meeting)
    let repository = try meeting.open().repository
    for file in Self.files.prefix(2) + ["branches"] {
      let content = try #require(repository.derived(file))
      for place in stride(from: content.startIndex, to: content.endIndex, by: 7) {
        // A right checksum over a list that ends in the middle of something.
        repository.keepDerived(file, Array(content[..<place]))
        #expect(try written(meeting).text == right, "\(file), \(place) bytes")
      }
    }
  }

  @Test func isNeverPutTogetherFromTwoDrafts() throws {
    let meeting = try Meeting(LawTests.draft)
    try expectNoMixture(of: ["draft", "00", "ven-00"], in: meeting) { step in
      switch step {
      case 1: try meeting.propose("VEN", "operative/1", .replace("others", "individuals"))
      case 2:
        try meeting.propose("VEN", "operative/1", .replace("individuals", "persons"))
        try meeting.propose("VEN", "operative/1", .newParagraph("To urge all States to report."))
      case 3: try meeting.propose("MEX", "operative/2", .replace("annex", "annexes"))
      default: break
      }
    }
  }

  @Test func isNeverPutTogetherFromOtherFootnotes() throws {
    let meeting = try Meeting(LawTests.draft)
    let path = "paragraphs/00/p0004"
    let file = try meeting.temporary.git("show", "main:" + path)
    try #require(file.contains("Everywhere."))
    try expectNoMixture(of: ["draft", "00"], in: meeting) { step in
      let notes = ["Everywhere.", "Nowhere.", "In annex 1.", "Elsewhere."]
      try meeting.write([path: file.replacing("Everywhere.", with: notes[step]) + "\n"], to: ReferenceNames.main)
    }
  }

  /// After four steps, puts files of different steps beside each other, as two processes or a copied folder could leave
  /// them.
  private func expectNoMixture(
    of files: [String], in meeting: Meeting, _ step: (Int) throws -> Void
  ) throws {
    let names = files.map { "written-text-oas-english/" + $0 }
    var kept: [[[UInt8]?]] = []
    for number in 0..<4 {
      try step(number)
      _ = try written(meeting)
      kept.append(names.map { bytes(of: meeting, $0) })
    }
    let right = try anew(meeting).text
    #expect(try written(meeting).text == right)
    for mixture in 0..<(1 << (2 * names.count)) {
      for (file, name) in names.enumerated() {
        let step = mixture >> (2 * file) & 3
        if let bytes = kept[step][file] { try put(bytes, meeting, name) } else { try remove(meeting, name) }
      }
      #expect(try written(meeting).text == right, "mixture \(mixture)")
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
    let before = bytes(of: meeting, Self.folder)
    try writeBytes([1], to: meeting.path + "/amend/" + Self.folder + ".new")
    try meeting.propose("VEN", "operative/3", .replace("host", "whole"))
    #expect(try written(meeting).text == anew(meeting).text)
    #expect(bytes(of: meeting, Self.folder) == before)
  }

  private static let files = ["draft", "00", "01"].map { "written-text-oas-english/" + $0 }
  private static let folder = files[1]
  private static let otherFolder = files[2]

  private func kept(_ file: String, _ meeting: Meeting) throws -> WrittenFolder {
    let content = try #require(try meeting.open().repository.derived(file))
    return try #require(WrittenFolder(content))
  }

  /// Keeps a folder with other words for one item.
  private func keep(
    _ folder: WrittenFolder, replacing identifier: String, with words: String, in meeting: Meeting,
    named name: String = Self.folder
  ) throws {
    var records = try #require(folder.records())
    let index = try #require(records.firstIndex { $0.identifier == identifier })
    let old = records[index]
    records[index] = WrittenRecord(
      identifier: identifier, sources: old.sources,
      item: WrittenItem(kind: old.item.kind, hasBrackets: old.item.hasBrackets, bytes: Array(words.utf8)[...]),
      isTied: old.isTied)
    try meeting.open().repository.keepDerived(
      name,
      WrittenFolder.bytes(
        context: folder.context, noteCount: folder.noteCount, sources: folder.sources, shape: folder.shape,
        records: records))
  }

  private func disputed() throws -> Meeting {
    let meeting = try Meeting(LawTests.draft)
    try meeting.propose("VEN", "operative/1", .replace("others", "individuals"))
    try meeting.propose("MEX", "operative/2", .replace("annex", "annexes"))
    return meeting
  }

  /// A draft whose paragraphs stand in two folders, one of them disputed.
  private func crowded() throws -> Meeting {
    let paragraphs = (1...300).map { "\($0). To thank the host country \($0) times." }
    let meeting = try Meeting("operative\nRESOLVE:\n" + paragraphs.joined(separator: "\n"))
    try meeting.propose("VEN", "operative/299", .replace("host", "whole"))
    return meeting
  }

  private func written(
    _ meeting: Meeting, _ format: DraftFormat = .text, program: String = "test"
  ) throws -> (text: String, conflicts: [(identifier: ParagraphIdentifier, code: DelegationCode)]) {
    let negotiation = try meeting.open()
    let writer = DraftWriter(format: format, notation: .oas, registry: negotiation.registry)
    let result = try negotiation.written(writer, program: program)
    return (String(decoding: result.pieces.joined(), as: UTF8.self), result.conflicts)
  }

  private func anew(
    _ meeting: Meeting, _ format: DraftFormat = .text
  ) throws -> (text: String, conflicts: [(identifier: ParagraphIdentifier, code: DelegationCode)]) {
    let negotiation = try meeting.open()
    let consolidation = try negotiation.consolidation()
    let writer = DraftWriter(format: format, notation: .oas, registry: negotiation.registry)
    return (writer.write(consolidation.draft), consolidation.conflicts)
  }

  private func bytes(of meeting: Meeting, _ file: String) -> [UInt8]? { readBytes(meeting.path + "/amend/" + file) }

  private func put(_ bytes: [UInt8], _ meeting: Meeting, _ file: String) throws {
    try writeBytes(bytes, to: meeting.path + "/amend/" + file)
  }

  private func remove(_ meeting: Meeting, _ file: String) throws {
    let status = unsafe unlink(meeting.path + "/amend/" + file)
    if status != 0, errno != ENOENT { throw Failure("cannot remove \(file)") }
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
