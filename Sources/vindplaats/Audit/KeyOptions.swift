internal import ArgumentParser
internal import FindingStore
internal import Hashing
internal import Reporting

/// The key that seals what a command writes.
struct KeyOptions: ParsableArguments {
  @Option(
    name: .customLong("key"),
    help: ArgumentHelp(
      "The key of the store; without it, $VINDPLAATS_KEY, or a file among your own settings.",
      valueName: "file"),
    completion: .file())
  var key: String?

  func validate() throws {
    if key == "" { throw ValidationError("--key takes a file") }
  }

  var keyFile: KeyFile { StoreOptions.keyFile(key) }

  enum Access {
    /// The key must be there.
    case existing
    /// A new key is made where there is none.
    case made
  }

  func hasher(_ access: Access, _ language: ReportLanguage) throws -> ValueHasher {
    try keyFile.hasher(access, language)
  }
}

extension KeyFile {
  /// The hasher with this key; fails with the status that its fault has.
  func hasher(_ access: KeyOptions.Access, _ language: ReportLanguage) throws -> ValueHasher {
    try StoreError.telling(in: language) { () throws(StoreError) in
      try hasher(makesKey: access == .made)
    }
  }
}
