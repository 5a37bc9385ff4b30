import Glibc
import TestSupport

/// The program as it was built beside these tests; `nil` where it was not.
let builtProgram: String? = {
  let own = (try? bytes(ofFile: "/proc/self/cmdline")).map { String(decoding: $0, as: UTF8.self) } ?? ""
  let candidates = own.split(separator: "\0").filter { $0.contains("amendPackageTests") }.map { path in
    path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/") + "/amend"
  }
  let built = candidates + ["\(packageFolder)/.build/debug/amend"]
  return built.first { unsafe access($0, X_OK) == 0 }
}()
