import Glibc
import ScanModel
import Testing

@testable import Walking

@Suite struct WalkOptionsTests {
  private let tree: TemporaryTree

  init() throws {
    tree = try TemporaryTree()
    try tree.directory("archive")
    try tree.directory("sub")
    try tree.directory("sub/archive")
    for name in ["a.csv", "b.txt", "archive/c.csv", "sub/d.csv", "sub/archive/e.csv"] {
      try tree.file(name)
    }
  }

  @Test func `does not enter an excluded directory and counts it once`() {
    let record = walk(exclude: ["archive"])
    #expect(Set(record.files) == [tree("a.csv"), tree("b.txt"), tree("sub/d.csv")])
    #expect(record.leftOut == [tree("archive"): .excluded, tree("sub/archive"): .excluded])
  }

  @Test func `a pattern with a slash is compared from the root`() {
    let record = walk(exclude: ["/archive"])
    #expect(record.leftOut == [tree("archive"): .excluded])
    #expect(record.files.contains(tree("sub/archive/e.csv")))
  }

  @Test func `lists included files of directories that are not included themselves`() {
    let record = walk(include: ["*.txt", "sub/*.csv"])
    #expect(Set(record.files) == [tree("b.txt"), tree("sub/d.csv")])
    #expect(record.leftOut.count == 3)
    #expect(Set(record.leftOut.values) == [.excluded])
  }

  @Test func `leaves out what is both included and excluded`() {
    let record = walk(include: ["*.csv"], exclude: ["a.*", "archive/"])
    #expect(record.files == [tree("sub/d.csv")])
  }

  @Test func `takes a root whatever the patterns say`() {
    let options = WalkOptions(include: [Glob(Array("*.sql".utf8))], exclude: [Glob([0x2A])])
    #expect(WalkRecord(tree("a.csv"), options: options).files == [tree("a.csv")])
  }

  @Test func `does not report a pipe that is not included`() throws {
    try #require(mkfifo(tree("pipe").cString, 0o600) == 0)
    #expect(walk(include: ["*.csv"]).leftOut[tree("pipe")] == .excluded)
    #expect(walk().notExamined == [tree("pipe"): .special])
  }

  private func walk(include: [String] = [], exclude: [String] = []) -> WalkRecord {
    WalkRecord(
      tree.path,
      options: WalkOptions(
        include: include.map { Glob(Array($0.utf8)) },
        exclude: exclude.map { Glob(Array($0.utf8)) }))
  }
}
