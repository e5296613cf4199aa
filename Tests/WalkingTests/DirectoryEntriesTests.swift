import Glibc
import ScanModel
import Testing

@testable import Walking

@Suite struct DirectoryEntriesTests {
  private let tree: TemporaryTree

  init() throws {
    tree = try TemporaryTree()
  }

  @Test func `tells kinds without asking for each entry`() throws {
    try tree.file("file")
    try tree.directory("directory")
    try tree.link("link", to: "file")
    try #require(mkfifo(tree("pipe").cString, 0o600) == 0)
    let kinds = try entries(in: handle())
    #expect(
      kinds == ["file": .regular, "directory": .directory, "link": .symbolicLink, "pipe": .special])
  }

  @Test func `gives names of every length whole`() throws {
    let names = (1...255).map { String(repeating: "n", count: $0) }
    for name in names { try tree.file(name, "") }
    #expect(try Set(entries(in: handle()).keys) == Set(names))
  }

  @Test func `lets the directory go at its end`() throws {
    let budget = HandleBudget(freeDescriptorCount: 6)
    budget.open()
    var entries = DirectoryEntries()
    entries.begin(try handle(budget))
    #expect(!budget.hasRoom)
    while try entries.next() != nil {}
    #expect(entries.directory == nil)
    #expect(budget.hasRoom)
  }

  @Test func `fails for what is no directory, and lets it go`() throws {
    let file = try tree.file("file")
    var entries = DirectoryEntries()
    entries.begin(
      try DirectoryHandle(
        Descriptor.open(file.cString, in: AT_FDCWD, flags: OpenFlags.file), budget: HandleBudget()))
    #expect(throws: SystemError(number: ENOTDIR)) { _ = try entries.next()?.kind }
    #expect(entries.directory == nil)
  }

  private func handle(_ budget: HandleBudget = HandleBudget()) throws -> DirectoryHandle {
    try DirectoryHandle(
      Descriptor.open(tree.path.cString, in: AT_FDCWD, flags: OpenFlags.directory), budget: budget)
  }

  private func entries(in directory: DirectoryHandle) throws -> [String: EntryKind] {
    var kinds: [String: EntryKind] = [:]
    var entries = DirectoryEntries()
    entries.begin(directory)
    while let entry = try entries.next() {
      kinds[String(decoding: entry.name, as: UTF8.self)] = entry.kind
    }
    return kinds
  }
}
