import Glibc
import ScanModel
import Testing

@testable import Walking

@Suite struct WalkRootsTests {
  @Test func `walks a directory once that is named twice`() throws {
    let tree = try TemporaryTree()
    let file = try tree.file("a")
    #expect(WalkRecord(tree.path, tree("."), tree.path).files == [file])
  }

  @Test func `walks a root inside another as itself only`() throws {
    let tree = try TemporaryTree()
    try tree.directory("inner")
    let outer = try tree.file("a")
    let inner = try tree.file("inner/b")
    let outerFirst = WalkRecord(tree.path, tree("inner"))
    let innerFirst = WalkRecord(tree("inner"), tree.path)
    #expect(outerFirst.files == [outer, inner])
    #expect(innerFirst.files == [inner, outer])
    #expect(outerFirst.eventCount == 2)
    #expect(innerFirst.eventCount == 2)
  }

  @Test func `lists a root that is a file once, also below another root`() throws {
    let tree = try TemporaryTree()
    let first = try tree.file("a")
    let second = try tree.file("b")
    let record = WalkRecord(second, tree.path, tree("./b"))
    #expect(record.files == [second, first])
    #expect(record.eventCount == 2)
  }

  @Test func `opens a root that is a file`() throws {
    let tree = try TemporaryTree()
    let file = try #require(Walker.foundFiles(try tree.file("a", "four")).first)
    #expect(try file.open().facts.byteCount == 4)
  }

  @Test func `follows a root that is a symbolic link`() throws {
    let tree = try TemporaryTree()
    try tree.directory("real")
    try tree.file("real/a", "four")
    try tree.link("toDirectory", to: "real")
    try tree.link("toFile", to: "real/a")
    #expect(WalkRecord(tree("toDirectory")).files == [tree("toDirectory/a")])
    let file = try #require(Walker.foundFiles(tree("toFile")).first)
    #expect(file.path == tree("toFile"))
    #expect(try file.open().facts.byteCount == 4)
  }

  @Test func `refuses a file behind a link that leads elsewhere since it was listed`() throws {
    let tree = try TemporaryTree()
    try tree.file("a")
    try tree.file("b")
    try tree.link("link", to: "a")
    let file = try #require(Walker.foundFiles(tree("link")).first)
    unlink(tree("link").cString)
    try tree.link("link", to: "b")
    #expect(throws: FileAccessError(reason: .vanished)) { _ = try file.open().facts }
  }

  @Test func `reports roots that are missing or special`() throws {
    let tree = try TemporaryTree()
    let file = try tree.file("a")
    try tree.link("dangling", to: "nowhere")
    try #require(mkfifo(tree("pipe").cString, 0o600) == 0)
    let below = file.appending("below".utf8)
    let record = WalkRecord(tree("none"), tree("dangling"), tree("pipe"), below)
    #expect(
      record.notExamined == [
        tree("none"): .unreadable(ENOENT), tree("dangling"): .unreadable(ENOENT),
        tree("pipe"): .special, below: .unreadable(ENOTDIR),
      ])
    #expect(record.eventCount == 4)
  }

  @Test func `joins names to a root that ends in a slash without doubling it`() throws {
    let tree = try TemporaryTree()
    let file = try tree.file("a")
    #expect(WalkRecord(FilePath(tree.path.bytes + Array("/".utf8))).files == [file])
  }
}
