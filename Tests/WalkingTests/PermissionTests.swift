import Glibc
import ScanModel
import Testing

@testable import Walking

/// Root reads everything; these tests therefore act, on their own thread, as another user.
@Suite(.enabled(if: geteuid() == 0, "needs root, to act as somebody else"))
struct PermissionTests {
  @Test func `reports an unreadable directory and walks the rest`() throws {
    let tree = try TemporaryTree()
    chmod(tree.path.cString, 0o755)
    let file = try tree.file("a")
    try tree.directory("closed")
    try tree.file("closed/b")
    chmod(tree("closed").cString, 0)
    let record = try asSomebodyElse { WalkRecord(tree.path) }
    #expect(record.files == [file])
    #expect(record.notExamined == [tree("closed"): .directoryUnreadable(EACCES)])
  }

  @Test func `reports an unreadable root`() throws {
    let tree = try TemporaryTree()
    let record = try asSomebodyElse { WalkRecord(tree.path) }
    #expect(record.notExamined == [tree.path: .directoryUnreadable(EACCES)])
  }

  @Test func `fails to open an unreadable file`() throws {
    let tree = try TemporaryTree()
    chmod(tree.path.cString, 0o755)
    chmod(try tree.file("a").cString, 0)
    try asSomebodyElse {
      let file = try #require(Walker.foundFiles(tree.path).first)
      #expect(throws: FileAccessError(reason: .system(EACCES))) { _ = try file.open().facts }
    }
  }

  @Test func `opens files of others, whose time of access it may not keep`() throws {
    let tree = try TemporaryTree()
    chmod(tree.path.cString, 0o755)
    try tree.file("a", "four")
    try asSomebodyElse {
      let file = try #require(Walker.foundFiles(tree.path).first)
      #expect(try file.open().facts.byteCount == 4)
    }
  }

  @Test func `lists a root that is a file of a directory that cannot be listed`() throws {
    let tree = try TemporaryTree()
    chmod(tree.path.cString, 0o711)
    try tree.file("a", "four")
    try asSomebodyElse {
      let file = try #require(Walker.foundFiles(tree("a")).first)
      #expect(try file.open().facts.byteCount == 4)
    }
  }

  /// Changes the user of the file system for this thread alone (setfsuid(2)), which takes root's
  /// rights over files away for as long.
  private func asSomebodyElse<Result>(_ body: () throws -> Result) throws -> Result {
    typealias SetUser = @convention(c) (uid_t) -> Int32
    let symbol = try #require(dlsym(nil, "setfsuid"))
    let setUser = unsafeBitCast(symbol, to: SetUser.self)
    _ = setUser(65_534)
    defer { _ = setUser(0) }
    return try body()
  }
}
