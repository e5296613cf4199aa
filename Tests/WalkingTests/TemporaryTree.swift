import Glibc
import ScanModel
import Testing

/// A directory for one test, with what the test puts into it; removed with all that when it goes.
///
/// Names are relative to it.
final class TemporaryTree {
  let path: FilePath

  init() throws {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/vindplaats-walking-XXXXXX".utf8CString)
    let directory = try #require(mkdtemp(&template))
    path = FilePath(String(cString: directory))
  }

  deinit {
    removeAll()
    _ = rmdir(path.cString)
  }

  func callAsFunction(_ name: String) -> FilePath { path.appending(name.utf8) }

  @discardableResult
  func file(_ name: String, _ content: String = "x") throws -> FilePath {
    try file(named: Array(name.utf8), content)
  }

  @discardableResult
  func file(named name: [UInt8], _ content: String = "x") throws -> FilePath {
    let path = path.appending(name)
    let descriptor = open(path.cString, O_WRONLY | O_CREAT | O_APPEND, 0o644)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    try #require(write(descriptor, content, content.utf8.count) == content.utf8.count)
    return path
  }

  @discardableResult
  func directory(_ name: String) throws -> FilePath {
    try #require(mkdir(self(name).cString, 0o755) == 0)
    return self(name)
  }

  @discardableResult
  func link(_ name: String, to target: String) throws -> FilePath {
    try #require(symlink(target, self(name).cString) == 0)
    return self(name)
  }

  /// Makes directories `name` inside one another, each with a file `f`, and every tenth with a
  /// directory `side` that holds one too.
  ///
  /// Returns the paths of the files.
  func chain(_ name: String, depth: Int) throws -> Set<FilePath> {
    var files: Set<FilePath> = []
    var here = path
    var descriptor = open(path.cString, O_RDONLY | O_DIRECTORY)
    for level in 1...depth {
      let next = try Self.makeDirectory(name, in: descriptor)
      close(descriptor)
      descriptor = next
      here = here.appending(name.utf8)
      close(openat(descriptor, "f", O_WRONLY | O_CREAT, 0o644))
      files.insert(here.appending("f".utf8))
      guard level % 10 == 0 else { continue }
      let side = try Self.makeDirectory("side", in: descriptor)
      close(openat(side, "f", O_WRONLY | O_CREAT, 0o644))
      close(side)
      files.insert(here.appending("side/f".utf8))
    }
    close(descriptor)
    return files
  }

  private static func makeDirectory(_ name: String, in directory: Int32) throws -> Int32 {
    try #require(mkdirat(directory, name, 0o755) == 0)
    return openat(directory, name, O_RDONLY | O_DIRECTORY)
  }

  /// Empties the directory by moving what lies below its subdirectories up into it, so that depth
  /// does not matter.
  private func removeAll() {
    var count = 0
    var names = Self.names(in: path)
    while let name = names.popLast() {
      let entry = path.appending(name)
      guard unlink(entry.cString) != 0 else { continue }
      chmod(entry.cString, 0o700)
      for inner in Self.names(in: entry) {
        count += 1
        let moved = Array("moved-\(count)".utf8)
        if rename(entry.appending(inner).cString, path.appending(moved).cString) == 0 {
          names.append(moved)
        }
      }
      rmdir(entry.cString)
    }
  }

  private static func names(in directory: FilePath) -> [[UInt8]] {
    guard let stream = opendir(directory.cString) else { return [] }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != Array(".".utf8), name != Array("..".utf8) { names.append(name) }
    }
    return names
  }
}
