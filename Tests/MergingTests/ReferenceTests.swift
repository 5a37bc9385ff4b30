import Foundation
import Testing

@testable import Merging

/// Compares the engine with the slow executable description of it in the folder that `$AMEND_REFERENCE` names.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["AMEND_REFERENCE"] != nil, "AMEND_REFERENCE is not set"))
struct ReferenceTests {
  private struct Paragraph: Decodable {
    let id: String
    let base: String
    let versions: [String: String]

    /// For each label, its edits: first word, word after the last, the words put there.
    let edits: [String: [ReferenceHunk]]

    /// The struck stretches of the tree, outer before inner.
    let struck: [[Int]]
  }

  /// What the description says about generated paragraphs of every kind, a line of JSON each.
  private static let script = """
    import json, sys
    sys.path.insert(0, sys.argv[1])
    import engine as E, workload as W
    def struck(nodes):
        out = []
        for n in nodes:
            if isinstance(n, E.Alt):
                if n.e > n.s: out.append([n.s // 2, n.e // 2])
                out += struck(n.kids)
        return out
    for mode, count, n in (("all", 1600, 2), ("all", 60, 20), ("disjoint", 120, 6), ("hot", 120, 4), ("nested", 120, 4), ("rewrite", 120, 3)):
        for p in W.gen_paras(count, n, 11, mode):
            a = E.units(p["base"])
            p["edits"] = {l: [{"start": s // 2, "end": e // 2, "words": [t for t in r if t.strip()]}
                              for s, e, r in E.align(a, E.units(t))] for l, t in p["versions"].items()}
            p["struck"] = struck(E.merge(p["base"], p["versions"]).nodes)
            p["id"] = mode + " " + p["id"]
            print(json.dumps(p))
    """

  private func paragraphs() throws -> [Paragraph] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    let folder = ProcessInfo.processInfo.environment["AMEND_REFERENCE"] ?? ""
    process.arguments = ["python3", "-c", ReferenceTests.script, folder]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return try output.split(separator: UInt8(ascii: "\n")).map { try JSONDecoder().decode(Paragraph.self, from: $0) }
  }

  private func merge(_ paragraph: Paragraph) -> Merge {
    let versions = paragraph.versions.sorted { $0.key < $1.key }.map { Version(label: $0.key, text: $0.value) }
    return Merge(base: paragraph.base, versions: versions)
  }

  private func scope(_ merge: Merge) -> Scope {
    let participants = merge.parties.indices.dropFirst().map {
      Scope.Participant(party: $0, edits: merge.parties[$0].edits(at: 0))
    }
    return Scope(text: 0, range: merge.parties[0].text.range, participants: participants)
  }

  private func struck(_ nodes: Stretch, _ forest: Forest) -> [[Int]] {
    forest.nodes[nodes.range].flatMap { node -> [[Int]] in
      guard node.isBracket else { return [] }
      return (node.start < node.end ? [[node.start, node.end]] : []) + struck(node.struck, forest)
    }
  }

  /// Every edit is the description's, or differs for a rule that ``ReferenceDifference`` names; where all edits of a
  /// paragraph are equal the struck stretches are too, or one of the two shows whole what the other takes apart. Rivals
  /// by rule 5 of the notation, which the description does not know, are left out of that.
  @Test func everyDifferenceFromTheReferenceHasItsRule() throws {
    var counts: [ReferenceDifference: Int] = [:]
    var (compared, comparedForms, differentForms) = (0, 0, 0)
    let paragraphs = try paragraphs()
    for paragraph in paragraphs {
      var merge = merge(paragraph)
      let scope = scope(merge)
      let wishes = merge.wishes(scope)
      var isComparable = !merge.blocks(wishes).contains { $0.isRivalry }
      let labels = paragraph.versions.keys.sorted()
      let base = merge.parties[0].text.range.map { merge.text(Words(party: 0, range: $0..<($0 + 1))) }
      for participant in scope.participants {
        let party = participant.party
        let wanted = paragraph.edits[labels[merge.labels[merge.parties[party].labels.lowerBound]]] ?? []
        let own = merge.edits[participant.edits].map(\.edit).map { edit in
          ReferenceHunk(
            start: edit.start, end: edit.end,
            words: (edit.from..<edit.to).map { merge.text(Words(party: party, range: $0..<($0 + 1))) })
        }
        compared += 1
        if own == wanted { continue }
        isComparable = false
        for place in ReferencePlace.all(own, wanted) {
          let difference = place.difference(base)
          #expect(difference != nil, "\(paragraph.id): \(place), \(base)")
          if let difference { counts[difference, default: 0] += 1 }
        }
      }
      if isComparable {
        comparedForms += 1
        let (own, wanted) = (Set(struck(merge.arranged(scope), merge.forest)), Set(paragraph.struck))
        if own == wanted { continue }
        differentForms += 1
        for (stretches, others) in [(own.subtracting(wanted), wanted), (wanted.subtracting(own), own)] {
          for one in stretches {
            let isExplained = others.contains {
              $0[0] <= one[0] && one[1] <= $0[1] || one[0] <= $0[0] && $0[1] <= one[1]
            }
            #expect(isExplained, "\(paragraph.id): \(own), \(wanted)")
          }
        }
      }
    }
    #expect(paragraphs.count > 2_000)
    #expect(compared > 4_000)
    // A rule that were never met would not be tested.
    #expect(Set(counts.keys) == Set(ReferenceDifference.allCases), "\(counts)")
    #expect(counts.values.reduce(0, +) * 6 < compared, "\(counts) of \(compared)")
    #expect(differentForms * 20 < comparedForms, "\(differentForms) of \(comparedForms)")
  }
}
