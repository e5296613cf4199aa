internal import ArgumentParser
internal import Cryptography
internal import FindingStore
internal import Reporting

/// The key to the store, which also seals what commands write.
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

  /// The key that was typed, else the one of the environment or among the settings of the user.
  var keyFile: KeyFile {
    KeyFile(
      StoreOptions.path(
        key ?? Environment.filledVariable("VINDPLAATS_KEY"), variable: "XDG_CONFIG_HOME",
        folder: "/.config", name: "/vindplaats/store.key"))
  }

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
