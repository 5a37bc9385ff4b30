import Glibc
import Testing

/// The folder of real drafts that `$AMEND_CORPUS` names.
enum DraftCorpus {
  static let isThere = folder != nil
  static let reason: Comment = "AMEND_CORPUS is not set: the real drafts are not read"

  private static let folder = variable("AMEND_CORPUS")

  /// The value of an environment variable.
  @safe static func variable(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  static let files = [
    "acta_2010-08-25_consolidated.txt", "buenos-aires-2009.txt",
    "ftaa_2001_dispute_settlement_en.txt",
    "oas_ag_doc4454_05_pt.txt", "oas_cajp_1824_01_rev1.txt", "paris-agreement-2015-12-04.md",
    "paris-agreement-2015-12-12.md", "rio20_future_we_want_2012-06-02.txt",
  ]

  /// The text of one file; a file that is not there fails the test.
  static func text(_ name: String) throws -> String {
    let path = try #require(folder) + "/" + name
    return String(decoding: try #require(bytes(path), "\(path) is not there"), as: UTF8.self)
  }

  @safe private static func bytes(_ path: String) -> [UInt8]? {
    guard let file = unsafe fopen(path, "r") else { return nil }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe fread(&buffer, 1, buffer.count, file)
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }
}
