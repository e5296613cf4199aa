import Glibc
import ScanModel
import Testing

@testable import Walking

@Suite struct WalkerTests {
  @Test func `gives names byte by byte as the file system has them`() throws {
    let tree = try TemporaryTree()
    let names: [[UInt8]] = [
      Array("new\nline".utf8), [0x62, 0xFF, 0xFE], Array("esc\u{1B}[31m".utf8), Array("-rf".utf8),
      Array("\"quo'te\"".utf8), Array("\u{202E}fdp".utf8), Array("e\u{301}".utf8),
      Array("\u{E9}".utf8), Array("...".utf8), Array(repeating: UInt8(ascii: "n"), count: 255),
    ]
    let paths = try names.map { try tree.file(named: $0) }
    let record = WalkRecord(tree.path)
    #expect(Set(record.files) == Set(paths))
    #expect(record.eventCount == names.count)
  }

  @Test(arguments: [(200, 30), (1, 3_000)])
  func `walks trees deeper than the system's longest path`(nameCount: Int, depth: Int) throws {
    let tree = try TemporaryTree()
    let files = try tree.chain(String(repeating: "d", count: nameCount), depth: depth)
    try #require(files.contains { $0.bytes.count > Int(PATH_MAX) })
    let record = WalkRecord(tree.path)
    #expect(Set(record.files) == files)
    #expect(record.eventCount == files.count)
  }

  @Test func `opens files whose path is longer than the system allows`() throws {
    let tree = try TemporaryTree()
    _ = try tree.chain(String(repeating: "d", count: 200), depth: 30)
    let deepest = Walker.foundFiles(tree.path).max { $0.path.bytes.count < $1.path.bytes.count }
    let file = try #require(deepest)
    try #require(file.path.bytes.count > Int(PATH_MAX))
    let opened = try file.open()
    #expect(opened.facts.byteCount == 0)
  }

  @Test func `lists each file of a wide directory once`() throws {
    let tree = try TemporaryTree()
    for number in 0..<20_000 { try tree.file("f\(number)", "") }
    let record = WalkRecord(tree.path)
    #expect(record.files.count == 20_000)
    #expect(Set(record.files) == Set((0..<20_000).map { tree("f\($0)") }))
  }

  @Test func `lists in the same order every time`() throws {
    let tree = try TemporaryTree()
    _ = try tree.chain("d", depth: 20)
    #expect(WalkRecord(tree.path).files == WalkRecord(tree.path).files)
  }

  @Test func `reports pipes and sockets without opening them`() throws {
    let tree = try TemporaryTree()
    let pipe = tree("pipe")
    try #require(mkfifo(pipe.cString, 0o600) == 0)
    let socketPath = tree("socket")
    try bindSocket(at: socketPath)
    let record = WalkRecord(tree.path)
    #expect(record.notExamined == [pipe: .special, socketPath: .special])
    #expect(record.files.isEmpty)
  }

  @Test func `lists every name of a file with several`() throws {
    let tree = try TemporaryTree()
    let first = try tree.file("a")
    let second = tree("b")
    try #require(Glibc.link(first.cString, second.cString) == 0)
    let files = Walker.foundFiles(tree.path)
    #expect(Set(files.map(\.path)) == [first, second])
    let facts = try files.map { try $0.open().facts }
    #expect(facts[0].identity == facts[1].identity)
    #expect(facts[0].hardLinkCount == 2)
  }

  @Test func `has nothing more behind its end`() throws {
    let tree = try TemporaryTree()
    try tree.file("a")
    var walker = Walker(roots: [tree.path], options: WalkOptions())
    #expect(walker.next() != nil)
    #expect(walker.next() == nil)
    #expect(walker.next() == nil)
  }

  @Test func `lists a directory that is gone as empty, and the rest`() throws {
    let tree = try TemporaryTree()
    try tree.directory("d")
    let file = try tree.file("a")
    var walker = Walker(roots: [tree.path], options: WalkOptions())
    var record = WalkRecord()
    while let event = walker.next() {
      record.take(event)
      rmdir(tree("d").cString)
    }
    #expect(record.files == [file])
    #expect(record.notExamined == [tree("d"): .vanished])
  }

  @Test func `leaves pseudo file systems out even where other file systems are entered`() {
    let options = WalkOptions(staysOnOneFileSystem: false)
    let record = WalkRecord(FilePath("/proc"), FilePath("/proc/version"), options: options)
    #expect(
      record.leftOut == [
        FilePath("/proc"): .pseudoFileSystem, FilePath("/proc/version"): .pseudoFileSystem,
      ])
    #expect(record.eventCount == 2)
  }

  private func bindSocket(at path: FilePath) throws {
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.bytes) }
    let status = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    try #require(status == 0)
  }
}
