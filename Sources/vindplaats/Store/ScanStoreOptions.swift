internal import ArgumentParser
internal import BuiltInPatterns
internal import Cryptography
internal import FindingStore
internal import Glibc
internal import Isolation
internal import Reporting
internal import ScanModel
internal import Walking
internal import Wire

/// What a scan keeps, and what it takes from earlier scans.
struct ScanStoreOptions: ParsableArguments {
  @OptionGroup var place: StoreOptions

  @Flag(
    name: .customLong("no-store"),
    help: "Keep nothing and take nothing from earlier scans. So does VINDPLAATS_STORE=none.")
  var keepsNothing = false

  @Flag(help: "Read all files anew, those too that have not changed since the last scan.")
  var rescan = false

  @Flag(
    name: .customLong("ignore-inode"),
    help: "Do not compare device and inode; for shares that give others at every mount.")
  var ignoresInode = false

  @Flag(
    name: .customLong("ignore-ctime"),
    help: "Do not compare the time of the last change of the inode; for shares where it is no sign."
  )
  var ignoresChangeTime = false

  func validate() throws {
    if keepsNothing, place.store != nil || rescan || ignoresInode || ignoresChangeTime {
      throw ValidationError("--no-store leaves nothing for the other options of the store to do")
    }
  }

  var comparison: ItemComparison {
    var comparison = ItemComparison()
    comparison.comparesInode = !ignoresInode
    comparison.comparesChangeTime = !ignoresChangeTime
    return comparison
  }

  /// The store, opened; nil where nothing is to be kept.
  func open(_ language: ReportLanguage) throws -> FindingStore? {
    isNone ? nil : try place.open(for: .scan, language)
  }

  /// Whether nothing is to be kept.
  var isNone: Bool {
    keepsNothing || place.store == nil && Environment.variable("VINDPLAATS_STORE") == "none"
  }
}

extension FindingStore {
  /// The files that it consists of, which no scan lists.
  var ownFiles: [OwnFiles] {
    let folder = FilePath(Array(path.bytes[..<path.nameOffset]))
    var status = stat()
    guard stat(folder.cString, &status) == 0 else { return [] }
    let directory = FileIdentity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
    let names = ["", "-wal", "-shm", "-journal", ".lock"].map { Array(path.name) + Array($0.utf8) }
    return [OwnFiles(directory: directory, names: names)]
  }
}

/// Everything that decides what is found in a content; where it is equal, what an earlier scan found
/// still holds.
struct ScanRecipe {
  /// Raised with every change of what readers, patterns or evidence make of the same bytes.
  private static let version = 24

  /// In words, without passwords.
  let text: String
  /// All of it.
  let bytes: [UInt8]

  init(_ configuration: WorkerConfiguration, facts: [String]) {
    text = (["vindplaats \(toolVersion)", "form \(Self.version)"] + facts).joined(separator: "\n")
    var bytes = Array(text.utf8) + [0] + builtInPatternsDigest + [0]
    var wire = WireWriter()
    configuration.write(to: &wire)
    bytes += wire.bytes
    self.bytes = bytes
  }
}
