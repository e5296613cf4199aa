import GRDB
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

  @Test func `waits with each transaction until it is on the disk`() throws {
    let store = try open()
    // FULL, as `PRAGMA synchronous` counts.
    let level = try store.pool.writeWithoutTransaction {
      try Int.fetchOne($0, sql: "PRAGMA synchronous")
    }
    #expect(level == 2)
  }

  @Test func `refuses a store of a later form`() throws {
    try open().execute("PRAGMA user_version = 99")
    #expect(refusal() == .newer(path, version: 99))
  }

  /// Made-up forms after that of the program.
  private static let laterSteps: [Schema.Step] = [
    { try $0.execute(sql: "ALTER TABLE run ADD COLUMN ticket TEXT NOT NULL DEFAULT 'none'") },
    { try $0.execute(sql: "CREATE TABLE note (text TEXT NOT NULL) STRICT") },
  ]

  private static let later = schema(laterSteps.count)

  /// The form of the program and so many made-up ones after it.
  private static func schema(_ count: Int) -> Schema {
    Schema(steps: Schema.current.steps + laterSteps.prefix(count))
  }

  /// The form of the program and those after it, as a store says it.
  private static func version(_ later: Int) -> String { "\(Schema.current.version + later)" }

  private func openLater(
    _ access: FindingStore.Access = .scan, _ schema: Schema = later
  ) throws(StoreError) -> FindingStore {
    try FindingStore(path, keyFile: keyFile, for: access, schema: schema)
  }

  @Test(arguments: [FindingStore.Access.read, .change, .scan])
  func `brings a store of an earlier form to its own, step by step`(
    access: FindingStore.Access
  ) throws {
    try open().execute(
      """
      INSERT INTO run (name, started, status, recipe, tool, options, host, user)
      VALUES ('een', 1, 'complete', 1, '1', '', '', '')
      """)
    #expect(
      try openLater(access, Self.schema(1)).rows("PRAGMA user_version") == [Self.version(1)])
    let store = try openLater(access)
    #expect(try store.rows("PRAGMA user_version") == [Self.version(2)])
    #expect(try store.rows("SELECT name || ' ' || ticket FROM run") == ["een none"])
    #expect(try store.rows("SELECT count(*) FROM note") == ["0"])
    // The program of before refuses it from now on.
    #expect(refusal(.read) == .newer(path, version: Schema.current.version + 2))
  }

  @Test func `leaves a store as it is where a step fails`() throws {
    _ = try open()
    let failing = Schema(steps: Self.schema(1).steps + [{ try $0.execute(sql: "no SQL") }])
    #expect(throws: StoreError.self) { try openLater(.scan, failing) }
    let store = try open(.read)
    #expect(try store.rows("PRAGMA user_version") == [Self.version(0)])
    #expect(try store.rows("SELECT name FROM pragma_table_info('run')").contains("ticket") == false)
  }

  @Test func `does not change the form of a store that another writes to`() throws {
    let writing = try open()
    #expect(throws: StoreError.locked(path)) { try openLater(.read) }
    #expect(try writing.rows("PRAGMA user_version") == [Self.version(0)])
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
