internal import ArgumentParser
internal import FindingStore
internal import Glibc
internal import Reporting
internal import ScanModel

/// Where the store of findings lies, and the key to it.
struct StoreOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The store of findings; without it, $VINDPLAATS_STORE, or a folder of your own data.",
      valueName: "file"),
    completion: .file())
  var store: String?

  @OptionGroup var key: KeyOptions

  func validate() throws {
    if store == "" { throw ValidationError("--store takes a file") }
  }

  /// The place of the store, absolute.
  var path: FilePath {
    Self.path(
      store ?? Environment.filledVariable("VINDPLAATS_STORE"), variable: "XDG_DATA_HOME",
      folder: "/.local/share", name: "/vindplaats/store.sqlite")
  }

  var keyFile: KeyFile { key.keyFile }

  /// Opens the store; fails with the status that its fault has.
  func open(for access: FindingStore.Access, _ language: ReportLanguage) throws -> FindingStore {
    try StoreError.telling(in: language) { () throws(StoreError) in
      try FindingStore(path, keyFile: keyFile, for: access)
    }
  }

  /// The place that was typed, absolute, else one below a folder of the user.
  static func path(
    _ typed: String?, variable: String, folder: String, name: String
  ) -> FilePath {
    if let typed { return TypedText.path(typed).absolute }
    let base =
      Environment.filledVariable(variable).flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? Environment.home + folder
    return FilePath(base + name)
  }
}

extension Environment {
  /// A variable that is set and not empty.
  static func filledVariable(_ name: String) -> String? {
    variable(name).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The folder of the user, `/` for one who has none.
  static var home: String {
    filledVariable("HOME") ?? getpwuid(geteuid()).map { String(cString: $0.pointee.pw_dir) } ?? ""
  }
}

extension FilePath {
  /// The path from the root of the file system on; links in it stay.
  var absolute: FilePath {
    guard bytes.first != UInt8(ascii: "/"), let directory = FilePath(".").real else { return self }
    return directory.appending(bytes)
  }
}
