import Clibgit2
import Glibc
import JSON
import Merging

/// Measures the merge beside libgit2's, on the same texts, in one process and one thread.
///
/// `Benchmarks RUNS FILE…`: each file holds JSON lines as `amend merge --jsonl` reads them. Printed is a JSON line a file:
/// milliseconds of processor time a paragraph, the median of the runs with the fastest and the slowest.
@main
enum Benchmarks {
  static func main() {
    guard CommandLine.arguments.count >= 3, let runs = Int(CommandLine.arguments[1]), runs > 0 else {
      print("usage: Benchmarks RUNS FILE…")
      exit(2)
    }
    git_libgit2_init()
    do {
      for path in CommandLine.arguments.dropFirst(2) {
        print(measured(try paragraphs(ofFile: path), runs: runs).text())
      }
    } catch {
      print("Benchmarks: \(error)")
      exit(3)
    }
  }
}

/// A base and its versions.
private struct Input {
  let base: String
  let versions: [Version]
}

private struct Unreadable: Error {
  let path: String
}

private func paragraphs(ofFile path: String) throws -> [Input] {
  guard let file = unsafe fopen(path, "r") else { throw Unreadable(path: path) }
  defer { unsafe fclose(file) }
  var bytes: [UInt8] = []
  var block = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = unsafe fread(&block, 1, block.count, file)
    if count == 0 { break }
    bytes += block[..<count]
  }
  return try bytes.split(separator: 0x0A).map { line in
    let value = try JSONValue(reading: Array(line))
    guard let base = value["base"]?.string, let versions = value["versions"]?.object else {
      throw Unreadable(path: path)
    }
    return Input(
      base: base, versions: versions.members.map { Version(label: $0.key, text: $0.value.string ?? "") })
  }
}

private func measured(_ inputs: [Input], runs: Int) -> JSONValue {
  let chains = [MergeChain.Unit.wordOrSpace, .word].map { unit in
    inputs.map { MergeChain($0.base, $0.versions.map(\.text), unit: unit) }
  }
  var ours: [Double] = []
  var theirs = chains.map { _ in [Double]() }
  var written = 0
  var merger = Merger()
  for run in 0...runs {
    // By turns, so that what disturbs one disturbs the others. The first run warms the memory up.
    let time = milliseconds {
      for input in inputs { written += merger.consolidated(base: input.base, versions: input.versions).pieces.count }
    }
    if run > 0 { ours.append(time / Double(inputs.count)) }
    for (unit, chains) in chains.enumerated() {
      let time = milliseconds { for chain in chains { written += chain.mergedSize() } }
      if run > 0 { theirs[unit].append(time / Double(inputs.count)) }
    }
  }
  return [
    "paragraphs": .integer(inputs.count), "amend": spread(ours), "libgit2": spread(theirs[0]),
    "libgit2Words": spread(theirs[1]), "written": .integer(written),
  ]
}

private func milliseconds(_ work: () -> Void) -> Double {
  let start = processorMilliseconds()
  work()
  return processorMilliseconds() - start
}

private func spread(_ times: [Double]) -> JSONValue {
  ["median": .number(median(times)), "least": .number(times.min() ?? 0), "most": .number(times.max() ?? 0)]
}

private func median(_ values: [Double]) -> Double {
  let sorted = values.sorted()
  return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
}

/// What this thread has worked, and not what others on the machine have.
private func processorMilliseconds() -> Double {
  var moment = timespec()
  unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &moment)
  return Double(moment.tv_sec) * 1e3 + Double(moment.tv_nsec) / 1e6
}
