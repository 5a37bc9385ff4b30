// swift-tools-version: 6.2
import PackageDescription

/// Every target is compiled with the same strict settings: Swift 6 mode, memory safety made visible, no warnings.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A target of the program. Dependencies point down only; `Scripts/check` enforces them.
func layer(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The tests of one target, with the shared support and whatever else they read.
func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.target(name: name), "TestSupport"] + dependencies,
    exclude: name == "AmendCommands" || name == "Commands" ? ["Golden"] : [],
    swiftSettings: strict)
}

let package = Package(
  name: "amend",
  products: [.executable(name: "amend", targets: ["amend"])],
  targets: [
    .executableTarget(name: "amend", dependencies: ["AmendCommands", "Commands"], swiftSettings: strict),
    layer(
      "AmendCommands",
      [
        "Commands", "Exchange", "Negotiation", "Notation", "Merging", "Packages", "Drafting", "TextForm", "JSON",
        "Workers",
      ]),
    layer("Negotiation", ["Drafting", "Merging", "Notation", "Git", "TextForm", "SQLite"]),
    layer("Notation", ["Drafting", "Merging", "TextForm", "JSON"]),
    layer("Merging", ["TextForm"]),
    layer("Drafting", ["TextForm"]),
    layer("Commands"),
    layer("TextForm", ["Cutf8proc"]),
    layer("JSON"),
    layer("Workers"),
    layer("Git", ["Clibgit2"]),
    layer("SQLite", ["Csqlite3"]),
    layer("Exchange", ["Packages", "Drafting", "Merging", "Notation", "TextForm"]),
    layer("Packages", ["Clibzip", "Clibxml2"]),
    .systemLibrary(name: "Clibgit2", pkgConfig: "libgit2", providers: [.apt(["libgit2-dev"])]),
    .systemLibrary(name: "Csqlite3", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "Clibzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "Clibxml2", providers: [.apt(["libxml2"])]),
    .systemLibrary(name: "Cutf8proc", providers: [.apt(["libutf8proc-dev"])]),

    .executableTarget(
      name: "Benchmarks", dependencies: ["Merging", "JSON", "Clibgit2"], path: "Tests/Benchmarks",
      swiftSettings: strict),
    .target(
      name: "TestSupport", dependencies: ["Git"], path: "Tests/TestSupport", swiftSettings: strict),
    tests("TextForm"), tests("Drafting"), tests("Merging"),
    tests("Notation", ["Merging", "Drafting"]),
    tests("Packages"), tests("Exchange", ["Packages", "Drafting", "Merging", "Notation"]),
    tests("Git"), tests("SQLite"), tests("JSON"), tests("Workers"), tests("Commands"),
    tests("Negotiation", ["Git", "Drafting", "Merging", "Notation", "SQLite"]),
    tests("AmendCommands", ["Commands", "Negotiation", "Drafting", "Notation", "Merging", "Git", "JSON"]),
  ]
)
