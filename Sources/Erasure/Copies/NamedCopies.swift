package import ScanModel

/// Looks for files whose names tell that they may be copies of some files: beside these, and in the
/// recycle folders and snapshots above them.
///
/// Folders are listed and no file is read, but for the notes that Windows keeps on what it threw away.
package struct NamedCopies {
  private struct Found {
    let sign: CopySign
    var originals: Set<FilePath>
  }

  private static let depthLimit = 64

  private let originals: [FilePath]
  private var folders: RecycleFolders
  private var found: [FilePath: Found] = [:]

  private init(of originals: [FilePath], within bound: CopyBound) {
    self.originals = originals.inOrder
    folders = RecycleFolders(within: bound)
  }

  /// The copies of `originals`, which may be among these; ordered by path.
  package static func of(_ originals: [FilePath], within bound: CopyBound) -> [NamedCopy] {
    var copies = NamedCopies(of: originals, within: bound)
    copies.lookBeside()
    for folder in copies.recycleFolders() { copies.look(into: folder) }
    return copies.found.map { path, found in
      NamedCopy(path: path, sign: found.sign, originals: found.originals.inOrder)
    }.sorted { $0.path.bytes.lexicographicallyPrecedes($1.path.bytes) }
  }

  private mutating func add(_ path: FilePath, _ sign: CopySign, of original: FilePath) {
    guard FileFacts(of: path)?.isRegular == true else { return }
    found[path, default: Found(sign: sign, originals: [])].originals.insert(original)
  }

  // MARK: Beside

  private mutating func lookBeside() {
    for (folder, files) in Dictionary(grouping: originals, by: \.folder) {
      let names = files.map { (file: $0, name: CopyName(Array($0.name))) }
      for name in (try? FolderListing.names(in: folder)) ?? [] {
        let copy = CopyName(name)
        guard copy.mayBeCopy else { continue }
        for (file, original) in names {
          if let sign = copy.sign(of: original) { add(folder.appending(name), sign, of: file) }
        }
      }
    }
  }

  // MARK: Recycle folders

  /// Those that lie in the folders above the originals.
  private mutating func recycleFolders() -> [RecycleFolder] {
    var seen: Set<FilePath> = []
    return originals.flatMap { folders.above($0) }.filter { seen.insert($0.path).inserted }
  }

  private mutating func look(into folder: RecycleFolder) {
    let base = folder.path.folder
    let below = originals.filter { $0.isWithin(base) && !$0.isWithin(folder.path) }
    switch folder.sign {
    case .snapshot: lookIntoSnapshots(folder.path, below, base: base)
    default: lookIntoBin(folder.path, BinNames(below), depth: 0)
    }
  }

  /// Each snapshot has the paths of its moment; `.zfs` has them one folder further down.
  private mutating func lookIntoSnapshots(
    _ folder: FilePath, _ originals: [FilePath], base: FilePath
  ) {
    let isZFS = folder.name.elementsEqual(".zfs".utf8)
    let holder = isZFS ? folder.appending(Array("snapshot".utf8)) : folder
    for name in (try? FolderListing.names(in: holder)) ?? [] {
      let moment = holder.appending(name)
      for original in originals {
        let parts = original.bytes[base.bytes.count...].split(separator: UInt8(ascii: "/"))
        add(parts.reduce(moment) { $0.appending($1) }, .snapshot, of: original)
      }
    }
  }

  private mutating func lookIntoBin(_ folder: FilePath, _ names: BinNames, depth: Int) {
    guard depth < Self.depthLimit else { return }
    for name in (try? FolderListing.names(in: folder)) ?? [] {
      let path = folder.appending(name)
      if FileFacts(of: path)?.isFolder == true {
        lookIntoBin(path, names, depth: depth + 1)
        continue
      }
      for original in names.originals(of: path) { add(path, .recycled, of: original) }
    }
  }
}

extension [FilePath] {
  package var inOrder: [FilePath] {
    sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
  }
}

extension Set<FilePath> {
  fileprivate var inOrder: [FilePath] { Array(self).inOrder }
}

extension FileFacts {
  fileprivate var isRegular: Bool { mode & 0o170000 == 0o100000 }
  fileprivate var isFolder: Bool { mode & 0o170000 == 0o040000 }
}
