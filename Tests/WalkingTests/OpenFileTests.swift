import Glibc
import ScanModel
import Testing

@testable import Walking

@Suite struct OpenFileTests {
  private let tree: TemporaryTree
  private let found: FoundFile
  private let path: FilePath

  init() throws {
    tree = try TemporaryTree()
    path = try tree.file("a", "0123456789")
    found = try #require(Walker.foundFiles(tree.path).first)
  }

  @Test func `reads on where it stopped, to the end`() throws {
    var file = try found.open()
    #expect(try read(&file, 4) == "0123")
    #expect(try read(&file, 4) == "4567")
    #expect(try read(&file, 4) == "89")
    #expect(try read(&file, 4) == "")
  }

  @Test func `tells size, links and times in nanoseconds`() throws {
    var times = [timespec(tv_sec: 1, tv_nsec: 2), timespec(tv_sec: -3, tv_nsec: 999_999_999)]
    try #require(utimensat(AT_FDCWD, path.cString, &times, 0) == 0)
    let facts = try found.open().facts
    #expect(facts.byteCount == 10)
    #expect(facts.hardLinkCount == 1)
    #expect(facts.modified == -2_000_000_001)
  }

  @Test func `reports that a file has grown`() throws {
    let file = try found.open()
    #expect(try file.hasChanged() == false)
    try tree.file("a", "more")
    #expect(try file.hasChanged() == true)
  }

  @Test func `reports that a file has shrunk`() throws {
    let file = try found.open()
    try #require(truncate(path.cString, 3) == 0)
    #expect(try file.hasChanged() == true)
  }

  @Test func `reports that a file was replaced`() throws {
    let file = try found.open()
    try #require(rename(try tree.file("b").cString, path.cString) == 0)
    #expect(try file.hasChanged() == true)
  }

  @Test func `a rewound file is read anew and compared with what it is then`() throws {
    var file = try found.open()
    _ = try read(&file, 100)
    try tree.file("a", "more")
    try file.rewind()
    #expect(file.facts.byteCount == 14)
    #expect(try read(&file, 100) == "0123456789more")
    #expect(try file.hasChanged() == false)
  }

  @Test func `leaves the time of access as it was`() throws {
    // Read before it was written: a time of access that reading would move on.
    var times = [timespec(tv_sec: 1_000, tv_nsec: 0), timespec(tv_sec: 2_000, tv_nsec: 0)]
    try #require(utimensat(AT_FDCWD, path.cString, &times, 0) == 0)
    var file = try found.open()
    _ = try read(&file, 100)
    var status = stat()
    try #require(fstatat(AT_FDCWD, path.cString, &status, 0) == 0)
    #expect(status.st_atim.tv_sec == 1_000)
  }

  @Test func `tells a file that is gone`() {
    unlink(path.cString)
    expectFailure(.vanished)
  }

  @Test func `refuses a pipe that has taken the place of the file`() throws {
    unlink(path.cString)
    try #require(mkfifo(path.cString, 0o600) == 0)
    expectFailure(.notRegular)
  }

  @Test func `refuses a link that has taken the place of the file`() throws {
    try tree.file("b")
    unlink(path.cString)
    try tree.link("a", to: "b")
    expectFailure(.notRegular)
  }

  @Test func `refuses a directory that has taken the place of the file`() throws {
    unlink(path.cString)
    try tree.directory("a")
    expectFailure(.notRegular)
  }

  @Test func `opens a file whose directory was renamed since`() throws {
    try tree.directory("d")
    try tree.file("d/a", "four")
    let file = try #require(Walker.foundFiles(tree("d")).first)
    try #require(rename(tree("d").cString, tree("e").cString) == 0)
    #expect(try file.open().facts.byteCount == 4)
  }

  @Test(arguments: [
    (FileAccessError.Reason.vanished, NotExaminedReason.vanished), (.notRegular, .special),
    (.system(EACCES), .unreadable(EACCES)),
  ])
  func `is reported as`(reason: FileAccessError.Reason, expected: NotExaminedReason) {
    #expect(FileAccessError(reason: reason).notExaminedReason == expected)
  }

  private func expectFailure(_ reason: FileAccessError.Reason) {
    #expect(throws: FileAccessError(reason: reason)) { _ = try found.open().facts }
  }

  private func read(_ file: inout OpenFile, _ count: Int) throws -> String {
    try withUnsafeTemporaryAllocation(byteCount: count, alignment: 1) { buffer in
      let count = try file.read(into: buffer)
      return String(decoding: buffer.prefix(count), as: UTF8.self)
    }
  }
}
