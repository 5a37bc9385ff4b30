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
///
/// - Parameter archives: C libraries that are linked into the program, since each one that is loaded as it starts costs
///   every command some 0.3 ms.
func layer(_ name: String, _ dependencies: [Target.Dependency] = [], archives: [String] = []) -> Target {
  .target(
    name: name, dependencies: dependencies, swiftSettings: strict,
    linkerSettings: archives.map { .linkedLibrary(":lib\($0).a") })
}

/// How the program that is shipped is linked: at fixed addresses, which spares 30,000 of them being put right as it starts
/// (0.7 of 4.3 ms), and with no shared library but the C library's own.
let shipped: [LinkerSetting] = [
  .unsafeFlags(
    [
      "-Xclang-linker", "-no-pie", "-Xclang-linker", "-static-libgcc",
      "-L\(Context.packageDirectory)/Scripts/link", "-l:libstdc++.a",
    ],
    .when(platforms: [.linux], configuration: .release))
]

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
    .executableTarget(
      name: "amend", dependencies: ["AmendCommands", "Commands"], swiftSettings: strict, linkerSettings: shipped),
    layer(
      "AmendCommands",
      [
        "Commands", "Exchange", "Negotiation", "Notation", "Merging", "Packages", "Drafting", "TextForm", "JSON",
        "Workers",
      ]),
    layer("Negotiation", ["Drafting", "Merging", "Notation", "Git", "TextForm", "SQLite", "Workers"]),
    layer("Notation", ["Drafting", "Merging", "TextForm", "JSON", "Workers"]),
    layer("Merging", ["TextForm"]),
    layer("Drafting", ["TextForm"]),
    layer("Commands"),
    layer("TextForm", ["Cutf8proc"], archives: ["utf8proc"]),
    layer("JSON"),
    layer("Workers"),
    layer("Git", ["Clibgit2"]),
    layer("SQLite", ["Csqlite3"], archives: ["sqlite3"]),
    layer("Exchange", ["Packages", "Drafting", "Merging", "Notation", "TextForm"]),
    layer("Packages", ["Clibzip", "Clibxml2", "Workers"]),
    // The archive and not the shared library, which would have each command load twenty others: see offline.c.
    .target(
      name: "Clibgit2",
      linkerSettings: [":libgit2.a", ":libmbedcrypto.a", ":libpcre2-8.a", ":libz.a"].map { .linkedLibrary($0) }),
    // Its archive too, for the like reason: see alone.c.
    .target(name: "Clibxml2", linkerSettings: [":libxml2.a", ":libz.a"].map { .linkedLibrary($0) }),
    .systemLibrary(name: "Csqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "Clibzip", providers: [.apt(["libzip-dev"])]),
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
    tests(
      "AmendCommands",
      ["Commands", "Exchange", "Packages", "Negotiation", "Drafting", "Notation", "Merging", "Git", "JSON"]),
  ]
)
