import Cryptography
import Glibc
import ScanModel
import TestSupport
import Testing

@testable import FindingStore

@Suite struct KeyFileTests {
  private let folder: TemporaryFolder
  private let store: FilePath
  private let file: KeyFile

  init() throws {
    folder = try TemporaryFolder()
    store = FilePath("\(folder.path)/store")
    file = KeyFile(FilePath("\(folder.path)/keys/store.key"))
  }

  private func refusal(makesKey: Bool = false, _ file: KeyFile? = nil) -> StoreError? {
    do throws(StoreError) {
      _ = try (file ?? self.file).hasher(forStoreIn: store, makesKey: makesKey)
      return nil
    } catch {
      return error
    }
  }

  private func mode(_ path: FilePath) -> mode_t {
    var status = stat()
    return lstat(path.cString, &status) == 0 ? status.st_mode & 0o7777 : 0
  }

  @Test func `makes a key that only its owner can read, in a folder of his own`() throws {
    _ = try file.hasher(forStoreIn: store, makesKey: true)
    #expect(mode(file.path) == 0o400)
    #expect(mode(file.path.folder) == 0o700)
  }

  @Test func `gives the same hasher for the same file, and another for another`() throws {
    let first = try file.hasher(forStoreIn: store, makesKey: true)
    #expect(try file.hasher(forStoreIn: store, makesKey: false).keyID == first.keyID)
    let other = KeyFile(FilePath("\(folder.path)/keys/other.key"))
    #expect(try other.hasher(forStoreIn: store, makesKey: true).keyID != first.keyID)
  }

  @Test func `never writes over a file that is there`() throws {
    try folder.write([UInt8](repeating: 9, count: 32), to: "keys/store.key")
    chmod(file.path.cString, 0o600)
    _ = try file.hasher(forStoreIn: store, makesKey: true)
    let kept = try file.hasher(forStoreIn: store, makesKey: false)
    let bytes = try fileBytes(file.path)
    #expect(bytes == [UInt8](repeating: 9, count: 32))
    #expect(kept.keyID == (try file.hasher(forStoreIn: store, makesKey: true).keyID))
  }

  @Test func `refuses a key that is missing`() {
    #expect(refusal() == .key(file.path, .missing))
  }

  @Test(arguments: [0, 31, 33, 4096])
  func `refuses a key of another length`(count: Int) throws {
    try folder.write([UInt8](repeating: 1, count: count), to: "keys/store.key")
    chmod(file.path.cString, 0o400)
    #expect(refusal() == .key(file.path, .malformed))
  }

  @Test(arguments: [0o440, 0o404, 0o410, 0o402, 0o644] as [mode_t])
  func `refuses a key that others can use`(mode: mode_t) throws {
    try folder.write([UInt8](repeating: 1, count: 32), to: "keys/store.key")
    chmod(file.path.cString, mode)
    #expect(refusal() == .key(file.path, .readableByOthers))
  }

  @Test func `follows no link to a key`() throws {
    try folder.write([UInt8](repeating: 1, count: 32), to: "keys/real.key")
    chmod("\(folder.path)/keys/real.key", 0o400)
    symlink("real.key", "\(folder.path)/keys/store.key")
    #expect(refusal() == .key(file.path, .unreachable(errorNumber: ELOOP)))
    #expect(refusal(makesKey: true) == .key(file.path, .unreachable(errorNumber: ELOOP)))
  }

  @Test func `refuses a place in the folder of the store`() {
    let beside = KeyFile(FilePath(store.bytes + Array("/store.key".utf8)))
    #expect(refusal(makesKey: true, beside) == .key(beside.path, .besideStore))
  }

  @Test(arguments: ["store/../store/key", "store/./key", "store//key", "link/key"])
  func `refuses the folder of the store under another name`(name: String) throws {
    mkdir(store.cString, 0o700)
    symlink("store", "\(folder.path)/link")
    let beside = KeyFile(FilePath("\(folder.path)/\(name)"))
    #expect(refusal(makesKey: true, beside) == .key(beside.path, .besideStore))
  }
}

/// All bytes of a file.
func fileBytes(_ path: FilePath) throws -> [UInt8] {
  let file = try #require(fopen(path.cString, "r"))
  defer { fclose(file) }
  var bytes = [UInt8](repeating: 0, count: 1 << 16)
  let count = fread(&bytes, 1, bytes.count, file)
  return Array(bytes[..<count])
}
