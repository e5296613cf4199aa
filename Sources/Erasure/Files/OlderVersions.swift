internal import ScanModel

/// What lies beside a file, or in a recycle folder above it, and may be an older version of it.
///
/// Lock files and autosaves of Office, backups of editors, and the folders where servers and systems
/// keep what was deleted. They are only named: what of them can be read is searched like all else.
struct OlderVersions {
  /// By folder, its names; a folder is listed once.
  private var listings: [FilePath: [[UInt8]]] = [:]
  private let roots: [FilePath]

  init(roots: [FilePath]) {
    self.roots = roots
  }

  mutating func paths(of file: FilePath) -> [FilePath] {
    let name = Array(file.name)
    var paths = names(in: file.folder).filter { Self.isVersion($0, of: name) }
      .map { file.folder.appending($0) }
    var folder = file.folder
    while roots.contains(where: { folder.isWithin($0) }) {
      paths += names(in: folder).filter(Self.isRecycleFolder).map { folder.appending($0) }
      if folder.bytes.count <= 1 { break }
      folder = folder.folder
    }
    return paths.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
  }

  private mutating func names(in folder: FilePath) -> [[UInt8]] {
    if let names = listings[folder] { return names }
    let names = (try? FolderListing.names(in: folder)) ?? []
    listings[folder] = names
    return names
  }

  private static func isVersion(_ other: [UInt8], of name: [UInt8]) -> Bool {
    guard other != name else { return false }
    let stem = Array(name[..<(name.lastIndex(of: UInt8(ascii: ".")) ?? name.count)])
    // Office leaves the first two letters of longer names out.
    let owner = name.count > 8 ? Array(name.dropFirst(2)) : name
    let prefixed: [[UInt8]] = [
      Array("~$".utf8) + name, Array("~$".utf8) + owner, Array(".~lock.".utf8) + name + [0x23],
      [0x23] + name + [0x23], Array("~WRL".utf8) + name, Array("._".utf8) + name,
    ]
    if prefixed.contains(other) { return true }
    let endings = ["~", ".bak", ".old", ".orig", ".tmp", ".backup", ".swp", ".save"]
    let bases = stem.isEmpty ? [name] : [name, stem, [UInt8(ascii: ".")] + name]
    return bases.contains { base in
      guard other.starts(with: base) else { return false }
      let ending = String(decoding: other.dropFirst(base.count), as: UTF8.self).lowercased()
      return endings.contains(ending)
    }
  }

  private static func isRecycleFolder(_ name: [UInt8]) -> Bool {
    let text = String(decoding: name, as: UTF8.self).lowercased()
    return recycleFolders.contains(text) || text.hasPrefix(".trash")
  }

  private static let recycleFolders: Set = [
    "$recycle.bin", "recycler", "#recycle", "@recycle", ".recycle", "recycle", "~snapshot",
    ".snapshot", "lost+found",
  ]
}
