internal import ArgumentParser
internal import AuditLog
internal import Cryptography
internal import Glibc
internal import Reporting
internal import ScanModel
internal import Walking

/// Where the audit log lies.
struct AuditOptions: ParsableArguments {
  @Option(
    name: .customLong("audit"),
    help: ArgumentHelp(
      "The audit log; without it, $VINDPLAATS_AUDIT, or a file among your own data.",
      valueName: "file"),
    completion: .file())
  var file: String?

  func validate() throws {
    if file == "" { throw ValidationError("--audit takes a file") }
  }

  /// The place of the log, absolute.
  var path: FilePath {
    StoreOptions.path(
      file ?? Environment.filledVariable("VINDPLAATS_AUDIT"), variable: "XDG_DATA_HOME",
      folder: "/.local/share", name: "/vindplaats/audit.ndjson")
  }

  /// The log; fails with the status that its fault has.
  func log(_ hasher: ValueHasher, _ language: ReportLanguage) throws -> AuditLog {
    try AuditError.telling(in: language) { () throws(AuditError) in
      try AuditLog(path, hasher: hasher)
    }
  }

  /// The files that it consists of, which no scan lists.
  var ownFiles: [OwnFiles] {
    ["", ".head", ".head.part"].flatMap { OwnFiles.of(FilePath(path.bytes + Array($0.utf8))) }
  }
}

extension OwnFiles {
  /// A file that the program or its user keeps for the program; none where its folder is not there.
  static func of(_ path: FilePath) -> [OwnFiles] {
    let absolute = path.absolute
    let folder = FilePath(Array(absolute.bytes[..<max(1, absolute.nameOffset)]))
    var status = stat()
    guard stat(folder.cString, &status) == 0 else { return [] }
    let directory = FileIdentity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
    return [OwnFiles(directory: directory, names: [Array(absolute.name)])]
  }
}
