import Drafting
import TestSupport

/// A negotiation as the lines of a shell script, of which only those that run the program count:
///
/// ```sh
/// # Round 1: proposals come in
/// amend propose --country VEN --paragraph OP2 --replace "in the annex" --with "in annex A"
/// ! amend approve OP4
/// ```
struct NegotiationScript {
  /// One command of the script.
  struct Step {
    /// As it is written.
    var line: String
    /// The arguments, without the program's name.
    var words: [String]
    /// Whether the line begins with `!`: the program answers no.
    var isRefused: Bool
    /// When it is typed: each round has a day of its own, each command in it a minute.
    var date: String
    /// The heading of the round, where the step is its first.
    var heading: String?

    /// The delegation that acts.
    var country: DelegationCode? {
      words.firstIndex(of: "--country").flatMap { try? DelegationCode(words[$0 + 1]) }
    }
  }

  private(set) var steps: [Step] = []

  /// The negotiation of five rounds on the sample draft.
  static func fiveRounds(at repository: String) throws -> NegotiationScript {
    let samples = packageFolder + "/Repos/samples"
    return NegotiationScript(
      String(decoding: try bytes(ofFile: samples + "/five-rounds.sh"), as: UTF8.self),
      variables: ["$draft": samples + "/school-transport.en.txt", "$AMEND_REPO": repository])
  }

  /// - Parameter variables: what stands for a word of that name.
  init(_ text: String, variables: [String: String] = [:]) {
    let days = ["2026-05-05", "2026-05-12", "2026-05-19", "2026-05-26", "2026-06-02", "2026-06-09"]
    var (round, minute) = (0, 0)
    var heading: String?
    for line in text.split(separator: "\n").map(String.init) {
      if line.hasPrefix("# Round ") {
        (round, minute, heading) = (round + 1, 0, String(line.dropFirst(2)))
        continue
      }
      let isRefused = line.hasPrefix("! ")
      let words = Self.words(isRefused ? line.dropFirst(2) : line[...])
      guard words.first == "amend" else { continue }
      let clock = "\(9 + minute / 60):\(minute % 60 < 10 ? "0" : "")\(minute % 60)"
      steps.append(
        Step(
          line: line, words: words.dropFirst().map { variables[$0] ?? $0 }, isRefused: isRefused,
          date: "\(days[min(round, days.count - 1)])T\(clock.count < 5 ? "0" : "")\(clock):00Z", heading: heading))
      (minute, heading) = (minute + 1, nil)
    }
  }

  /// The words of a line; those between quotation marks are one.
  private static func words(_ line: Substring) -> [String] {
    var words: [String] = []
    for (index, part) in line.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
      if index % 2 == 1 { words.append(String(part)) } else { words += part.split(separator: " ").map(String.init) }
    }
    return words
  }
}

/// The folder of the project.
let packageFolder = "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
