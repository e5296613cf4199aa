internal import ScanModel

/// The files that something in a recycle folder may have been, by their names.
struct BinNames {
  private let byName: [String: [FilePath]]
  private let names: [(file: FilePath, name: CopyName)]

  init(_ files: [FilePath]) {
    byName = Dictionary(grouping: files) { Self.folded(Array($0.name)) }
    names = files.map { ($0, CopyName(Array($0.name))) }
  }

  /// Those that the file may have been, or that it is a note on.
  func originals(of path: FilePath) -> [FilePath] {
    let name = Array(path.name)
    if let note = Self.note(on: path), let original = RecycledName.original(in: note) {
      return byName[Self.folded(original)] ?? []
    }
    for candidate in Self.names(from: Self.folded(name)) {
      if let files = byName[candidate] { return files }
    }
    let copy = CopyName(name)
    guard copy.mayBeCopy else { return [] }
    return names.filter { copy.sign(of: $0.name) != nil }.map(\.file)
  }

  /// The note of Windows on a file (`$R…`), or that file itself where it is one (`$I…`).
  private static func note(on path: FilePath) -> FilePath? {
    let name = String(decoding: path.name, as: UTF8.self).lowercased()
    guard name.hasPrefix("$r") || name.hasPrefix("$i") else { return nil }
    return path.folder.appending(Array("$I".utf8) + path.name.dropFirst(2))
  }

  /// As it is, without the ending of a note, and without the number of a second one of that name.
  private static func names(from name: String) -> [String] {
    let note = ".trashinfo"
    let bare = name.hasSuffix(note) ? String(name.dropLast(note.count)) : name
    var names = [bare]
    let parts = bare.split(separator: ".", omittingEmptySubsequences: false)
    for index in parts.indices.dropFirst() where Int(parts[index]) != nil {
      var rest = parts
      rest.remove(at: index)
      names.append(rest.joined(separator: "."))
    }
    return names
  }

  private static func folded(_ name: [UInt8]) -> String {
    String(decoding: name, as: UTF8.self).lowercased()
  }
}
