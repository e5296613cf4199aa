import Glibc
import ScanModel
import TestSupport
import Testing

@testable import FindingStore

@Suite struct FindingStoreTests {
  private let folder: TemporaryFolder
  private let path: FilePath
  private let keyFile: KeyFile

  init() throws {
    folder = try TemporaryFolder()
    path = FilePath("\(folder.path)/store/store.sqlite")
    keyFile = KeyFile(FilePath("\(folder.path)/keys/key"))
  }

  private func open(_ access: FindingStore.Access = .scan) throws(StoreError) -> FindingStore {
    try FindingStore(path, keyFile: keyFile, for: access)
  }

  private func refusal(_ access: FindingStore.Access = .scan) -> StoreError? {
    do throws(StoreError) {
      _ = try open(access)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [FindingStore.Access.read, .change])
  func `makes a store for scans only`(access: FindingStore.Access) throws {
    #expect(refusal(access) == .absent(path))
    _ = try open()
    #expect(refusal(access) == nil)
  }

  @Test func `lets one write at a time, and others read meanwhile`() throws {
    let writing = try open()
    #expect(refusal() == .locked(path))
    #expect(refusal(.change) == .locked(path))
    #expect(refusal(.read) == nil)
    _ = writing.path
  }

  @Test func `refuses a store of a later form`() throws {
    try open().execute("PRAGMA user_version = 99")
    #expect(refusal() == .newer(path, version: 99))
  }

  @Test func `refuses a database that is no store, and leaves it as it is`() throws {
    do {
      let store = try open()
      try store.execute("PRAGMA application_id = 1")
    }
    #expect(refusal() == .damaged(path))
  }

  @Test(arguments: ["", "tekst", "SQLite format 3\u{0}"])
  func `refuses a file that is no database`(text: String) throws {
    try folder.write(text, to: "store/store.sqlite")
    _ = try keyFile.hasher(forStoreIn: path.folder, makesKey: true)
    // An empty file is how a store begins.
    #expect(refusal() == (text.isEmpty ? nil : .damaged(path)))
    if !text.isEmpty { #expect(try fileBytes(path) == Array(text.utf8)) }
  }

  @Test func `refuses another key, and makes none for a store that is there`() throws {
    _ = try open()
    unlink(keyFile.path.cString)
    #expect(refusal() == .key(keyFile.path, .missing))
    _ = try keyFile.hasher(forStoreIn: path.folder, makesKey: true)
    #expect(refusal() == .key(keyFile.path, .other))
  }
}
