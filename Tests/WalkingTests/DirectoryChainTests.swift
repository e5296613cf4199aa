import Glibc
import ScanModel
import Testing

@testable import Walking

/// Deeper than the directories that stay open, so that they must be opened again on the way back.
@Suite struct DirectoryChainTests {
  private let depth = 100

  @Test func `goes on above a directory that was moved away while it was walked`() throws {
    let tree = try TemporaryTree()
    let files = try tree.chain("d", depth: depth)
    let moved = directory(60, in: tree)
    let record = walk(tree) { rename(moved.cString, tree("elsewhere").cString) }
    #expect(Set(record.files) == files)
    #expect(record.eventCount == files.count)
  }

  @Test func `reports directories that cannot be had again and goes on above them`() throws {
    let tree = try TemporaryTree()
    _ = try tree.chain("d", depth: depth)
    // Links are followed last, so that they still wait on the way back.
    let target = try tree.file("target")
    let levels = (1...depth).map { directory($0, in: tree) }
    for level in levels {
      let link = level.appending("link".utf8)
      try #require(symlink(target.cString, link.cString) == 0)
    }
    let record = walk(tree) {
      rename(levels[19].cString, tree("lower").cString)
      rename(levels[9].cString, tree("upper").cString)
      for other in levels[9..<15] { mkdir(other.cString, 0o755) }
    }
    #expect(Set(record.notExamined.keys) == Set(levels[9..<19]))
    #expect(Set(record.notExamined.values) == [.directoryUnreadable(ENOENT)])
    let followed = Set(record.files.filter { $0.bytes.ends(with: "/link") })
    #expect(followed == Set((levels[..<9] + levels[19...]).map { $0.appending("link".utf8) }))
  }

  @Test func `finds the way back to the directory of a link`() throws {
    let tree = try TemporaryTree()
    try tree.directory("real")
    try tree.link("links", to: "real")
    var linked: Set<FilePath> = []
    for name in ["x", "y"] {
      let chain = try tree.chain(name, depth: depth)
      let target = tree(name)
      try tree.link("real/" + name, to: "../" + name)
      let link = tree("links/" + name)
      linked.formUnion(
        chain.map { FilePath(link.bytes + $0.bytes[target.bytes.count...]) })
    }
    let excluded = ["/x", "/y", "/real"].map { Glob(Array($0.utf8)) }
    let record = WalkRecord(
      tree.path, options: WalkOptions(followsLinks: true, exclude: excluded))
    #expect(Set(record.files) == linked)
    #expect(
      record.leftOut == [
        tree("x"): .excluded, tree("y"): .excluded, tree("real"): .excluded,
      ])
  }

  private func directory(_ level: Int, in tree: TemporaryTree) -> FilePath {
    (0..<level).reduce(tree.path) { path, _ in path.appending("d".utf8) }
  }

  /// Walks and calls `disturb` at the lowest file.
  private func walk(_ tree: TemporaryTree, disturb: () -> Void) -> WalkRecord {
    var record = WalkRecord()
    let lowest = tree.path.bytes.count + 2 * depth + "/f".utf8.count
    var walker = Walker(roots: [tree.path], options: WalkOptions(followsLinks: true))
    while let event = walker.next() {
      record.take(event)
      if case .file(let file) = event, file.path.bytes.count == lowest { disturb() }
    }
    return record
  }
}

extension [UInt8] {
  fileprivate func ends(with text: String) -> Bool {
    suffix(text.utf8.count).elementsEqual(text.utf8)
  }
}
