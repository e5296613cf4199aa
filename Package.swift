// swift-tools-version: 6.2
import PackageDescription

// The map of the house. Targets stand in the order in which they may import each other.

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// Optimised in debug builds too: tests run over megabytes, and the build itself reads all patterns.
let strictAndFast = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// The release binary holds the runtimes of Swift: it starts without looking for them and needs only
/// libraries that every Debian has.
let linkedWhole: [LinkerSetting] = [
  .unsafeFlags(
    [
      "-static-stdlib", "-use-ld=lld", "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs",
      // What the parser of arguments needs behind Foundation's essentials.
      "-l_FoundationCShims", "-l_FoundationCollections",
      // What the store's library needs of the rest of it.
      "-l_FoundationICU", "-lCoreFoundation", "-lFoundationInternationalization",
      "-lswiftSynchronization",
    ],
    .when(platforms: [.linux], configuration: .release))
]

extension Target {
  static func step(
    _ name: String, _ dependencies: [Dependency] = [], settings: [SwiftSetting] = strict,
    plugins: [PluginUsage] = []
  ) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings, plugins: plugins)
  }

  static func tests(
    _ name: String, _ dependencies: [Dependency], exclude: [String] = []
  ) -> Target {
    .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
  }
}

let package = Package(
  name: "vindplaats",
  products: [.executable(name: "vindplaats", targets: ["vindplaats"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CLinux"),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CISAL", pkgConfig: "libisal", providers: [.apt(["libisal-dev"])]),
    .systemLibrary(
      name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
    .systemLibrary(name: "CLZMA", pkgConfig: "liblzma", providers: [.apt(["liblzma-dev"])]),
    .systemLibrary(name: "CQPDF", pkgConfig: "libqpdf", providers: [.apt(["libqpdf-dev"])]),
    .systemLibrary(
      name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CMDB", pkgConfig: "libmdb", providers: [.apt(["mdbtools-dev"])]),
    .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
    .systemLibrary(
      name: "CMSPack", pkgConfig: "libmspack", providers: [.apt(["libmspack-dev"])]),
    .systemLibrary(name: "CLhasa", pkgConfig: "liblhasa", providers: [.apt(["liblhasa-dev"])]),
    .systemLibrary(name: "CPFF", pkgConfig: "libpff", providers: [.apt(["libpff-dev"])]),
    .target(name: "CSandbox"),
    .target(name: "CByteClasses", cSettings: [.unsafeFlags(["-O2"])]),

    .step("ScanModel"),
    .step("Cryptography", ["ScanModel", "CNettle"]),
    .step("Checksums"),
    .step("ContentTypes", ["CByteClasses"]),
    .step("Validators", ["ScanModel", "Checksums"]),
    .step("Anchors", settings: strictAndFast),
    .step("YAML", ["ScanModel", "CYAML"]),
    .step(
      "PatternCatalog", ["ScanModel", "Validators", "Anchors", "YAML"],
      settings: strictAndFast),
    .executableTarget(
      name: "embed-patterns", dependencies: ["ScanModel", "Cryptography", "PatternCatalog"],
      swiftSettings: strict),
    .plugin(
      name: "EmbedPatterns", capability: .buildTool(), dependencies: ["embed-patterns"]),
    .step("BuiltInPatterns", plugins: ["EmbedPatterns"]),
    .step("Walking", ["ScanModel", "CLinux"]),
    .step(
      "Extraction",
      [
        "ScanModel", "ContentTypes", "Cryptography", "CByteClasses", "CZlib", "CISAL", "CDeflate",
        "CLZMA", "CQPDF", "CArchive", "CSQLite", "CMDB", "CMSPack", "CLhasa", "CPFF",
      ], settings: strictAndFast),
    .step("Wire", ["ScanModel"]),
    .step("Isolation", ["ScanModel", "Wire", "CLinux", "CSandbox"]),
    .step(
      "Matching",
      ["ScanModel", "Validators", "Anchors", "PatternCatalog", "CPCRE2", "CByteClasses"],
      settings: strictAndFast),
    .step(
      "Evidence", ["ScanModel", "Validators", "PatternCatalog", "CByteClasses", "Matching"],
      settings: strictAndFast),
    .step(
      "Scanning",
      [
        "ScanModel", "Cryptography", "ContentTypes", "PatternCatalog", "Walking", "Extraction",
        "Wire",
        "Isolation", "Matching", "Evidence",
      ]),
    .step("Reporting", ["ScanModel"]),
    .target(
      name: "FindingStore",
      dependencies: [
        "ScanModel", "Cryptography", "Wire", "Reporting", "CLinux",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .step("AuditLog", ["ScanModel", "Cryptography", "Reporting"]),
    .step(
      "Subjects", ["ScanModel", "Cryptography", "YAML", "Validators", "Scanning", "Reporting"]),
    .step(
      "Erasure",
      [
        "CLinux", "ScanModel", "Cryptography", "YAML", "Walking", "Scanning", "Reporting",
        "AuditLog",
        "Subjects",
      ]),
    .executableTarget(
      name: "vindplaats",
      dependencies: [
        "CLinux", "ScanModel", "YAML", "AuditLog", "Subjects", "Erasure", "BuiltInPatterns",
        "Validators", "PatternCatalog", "Walking",
        "Wire", "Isolation", "Matching", "Evidence", "Scanning", "Reporting", "Cryptography",
        "FindingStore",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict, linkerSettings: linkedWhole),

    .target(
      name: "TestSupport",
      dependencies: [
        "ScanModel", "PatternCatalog", "Walking", "Matching", "Evidence", "Scanning",
      ],
      path: "Tests/TestSupport", swiftSettings: strict),
    .executableTarget(
      name: "matcher-fuzz",
      dependencies: [
        "TestSupport", "BuiltInPatterns", "PatternCatalog", "Matching", "ScanModel",
      ],
      path: "Tests/MatcherFuzz", swiftSettings: strict),
    .executableTarget(
      name: "text-dump", dependencies: ["ScanModel", "ContentTypes", "Extraction"],
      path: "Tests/TextDump", swiftSettings: strict),
    .executableTarget(
      name: "reader-fuzz",
      dependencies: ["ScanModel", "ContentTypes", "Extraction", "Wire", "Isolation"],
      path: "Tests/ReaderFuzz", exclude: ["Seeds"], swiftSettings: strict),
    .tests("ScanModelTests", ["ScanModel", "TestSupport"]),
    .tests("ByteClassesTests", ["CByteClasses", "TestSupport"]),
    .tests("AnchorsTests", ["Anchors"]),
    .tests("CryptographyTests", ["Cryptography", "ScanModel"]),
    .tests("ChecksumsTests", ["Checksums"]),
    .tests("ContentTypesTests", ["ContentTypes"]),
    .tests("ValidatorsTests", ["Validators", "Checksums"], exclude: ["Vectors"]),
    .tests("WalkingTests", ["Walking", "ScanModel"]),
    .tests(
      "ExtractionTests", ["Extraction", "ContentTypes", "ScanModel", "CZlib"], exclude: ["Fixtures"]
    ),
    .tests("IsolationTests", ["Isolation", "Wire", "ScanModel"]),
    .tests(
      "FindingStoreTests",
      [
        "FindingStore", "Cryptography", "ScanModel", "Wire", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .tests("ReportingTests", ["Reporting", "ScanModel", "TestSupport"]),
    .tests("AuditLogTests", ["AuditLog", "Cryptography", "ScanModel", "TestSupport"]),
    .tests(
      "SubjectsTests",
      [
        "BuiltInPatterns", "Subjects", "PatternCatalog", "Scanning", "Reporting", "ScanModel",
        "TestSupport",
      ]),
    .tests(
      "ErasureTests",
      [
        "Erasure", "Subjects", "AuditLog", "Reporting", "Cryptography", "ScanModel", "TestSupport",
      ]),
    .tests("PatternCatalogTests", ["PatternCatalog", "ScanModel", "Validators", "TestSupport"]),
    .tests(
      "MatchingTests",
      ["Matching", "BuiltInPatterns", "PatternCatalog", "ScanModel", "TestSupport"]),
    .tests(
      "EvidenceTests",
      [
        "Evidence", "Matching", "BuiltInPatterns", "ScanModel", "PatternCatalog", "TestSupport",
      ]),
    .tests(
      "ScanningTests",
      ["BuiltInPatterns", "Scanning", "Walking", "PatternCatalog", "ScanModel", "TestSupport"]),
    .target(
      name: "CommandBench", dependencies: ["TestSupport"], path: "Tests/CommandTests/Bench",
      swiftSettings: strict),
    .tests("CommandTests", ["CommandBench", "TestSupport"], exclude: ["Bench"]),
    .tests(
      "FaultTests", ["CommandBench", "TestSupport"],
      exclude: [
        "Documents/hostile.py", "Documents/names.7z", "Store/killed.py", "Store/canary.py",
        "Erasure/trees.py", "Erasure/killed.py",
      ]),
    .tests(
      "PatternsTests",
      ["BuiltInPatterns", "PatternCatalog", "Matching", "Scanning", "Validators", "ScanModel"]),
  ]
)
