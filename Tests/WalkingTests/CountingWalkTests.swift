import ScanModel
import Testing

@testable import Walking

@Suite struct CountingWalkTests {
  @Test func `counts the files that would be listed and their bytes`() throws {
    let tree = try TemporaryTree()
    try tree.directory("d")
    try tree.file("a.csv", "12345")
    try tree.file("d/b.csv", "123")
    try tree.file("d/c.txt", "1")
    let options = WalkOptions(include: [Glob(Array("*.csv".utf8))])
    let count = CountingWalk.count(roots: [tree.path], options: options) { false }
    #expect(count == (2, 8))
  }

  @Test func `stops when it is cancelled`() throws {
    let tree = try TemporaryTree()
    for name in ["a", "b", "c"] { try tree.file(name) }
    let count = CountingWalk.count(roots: [tree.path], options: WalkOptions()) { true }
    #expect(count.fileCount == 1)
  }
}
