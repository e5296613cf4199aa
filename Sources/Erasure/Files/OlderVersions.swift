internal import ScanModel

/// What lies beside a file, or in a recycle folder above it, and may be an older version of it.
///
/// Lock files and autosaves of Office, backups of editors, and the folders where servers and systems
/// keep what was deleted. They are only named: what of them can be read is searched like all else.
struct OlderVersions {
  private struct Folder {
    let names: Set<[UInt8]>
    /// The recycle folders in it.
    let recycled: [FilePath]
  }

  private let roots: [FilePath]
  /// A folder is listed once.
  private var folders: [FilePath: Folder] = [:]

  init(roots: [FilePath]) {
    self.roots = roots
  }

  mutating func paths(of file: FilePath) -> [FilePath] {
    let names = folder(file.folder).names
    var paths = Self.versionNames(of: Array(file.name)).filter { names.contains($0) }
      .map { file.folder.appending($0) }
    var above = file.folder
    while roots.contains(where: { above.isWithin($0) }) {
      paths += folder(above).recycled
      if above.bytes.count <= 1 { break }
      above = above.folder
    }
    return Set(paths).sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
  }

  private mutating func folder(_ path: FilePath) -> Folder {
    if let folder = folders[path] { return folder }
    let names = (try? FolderListing.names(in: path)) ?? []
    let folder = Folder(
      names: Set(names),
      recycled: names.filter(Self.isRecycleFolder).map { path.appending($0) })
    folders[path] = folder
    return folder
  }

  /// The names that programs give to versions of a file of this name.
  private static func versionNames(of name: [UInt8]) -> [[UInt8]] {
    let stem = Array(name[..<(name.lastIndex(of: UInt8(ascii: ".")) ?? name.count)])
    let hash = [UInt8(ascii: "#")]
    // Office leaves the first letters of longer names out.
    var versions = [name, Array(name.dropFirst()), Array(name.dropFirst(2))].map {
      Array("~$".utf8) + $0
    }
    versions += [
      Array(".~lock.".utf8) + name + hash, hash + name + hash, Array("._".utf8) + name,
    ]
    let bases = stem.isEmpty ? [name] : [name, stem, [UInt8(ascii: ".")] + name]
    for base in bases { versions += endings.map { base + $0 } }
    return versions.filter { $0 != name }
  }

  private static let endings =
    ["~", ".bak", ".old", ".orig", ".tmp", ".backup", ".swp", ".save"]
    .flatMap { [Array($0.utf8), Array($0.uppercased().utf8)] }

  private static func isRecycleFolder(_ name: [UInt8]) -> Bool {
    let text = String(decoding: name, as: UTF8.self).lowercased()
    return recycleFolders.contains(text) || text.hasPrefix(".trash")
  }

  private static let recycleFolders: Set = [
    "$recycle.bin", "recycler", "#recycle", "@recycle", ".recycle", "recycle", "~snapshot",
    ".snapshot", "lost+found",
  ]
}
