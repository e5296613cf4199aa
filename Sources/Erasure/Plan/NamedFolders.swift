internal import ScanModel
internal import Subjects

/// The folders above a file whose own names tell of the person: they stay when the file goes.
enum NamedFolders {
  static func paths(in files: [LocatedFile], roots: [FilePath]) -> [FilePath] {
    var paths: Set<FilePath> = []
    for file in files {
      // In the text of a path each name below the root is a line.
      guard
        let root = roots.filter({ file.path.isWithin($0) }).max(by: {
          $0.bytes.count < $1.bytes.count
        })
      else { continue }
      let names = file.path.bytes[root.bytes.count...].split(separator: UInt8(ascii: "/"))
      for number in file.linesOfPath where number < names.count {
        paths.insert(names[..<number].reduce(root) { $0.appending($1) })
      }
    }
    return paths.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
  }
}

extension LocatedFile {
  /// The lines of the text of its path on which it tells of the person.
  fileprivate var linesOfPath: [Int] {
    documents.flatMap { document in
      document.records.filter {
        document.part + $0.text == [.section(.path)] && $0.record.tellsOfPerson
      }.flatMap { $0.record.mentions.map(\.place.number) }
    }
  }
}
