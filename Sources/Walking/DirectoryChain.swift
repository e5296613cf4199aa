import Glibc
import ScanModel

/// The directories from a root down to the one at hand, and what still waits in each of them.
///
/// Only the lowest are kept open. One that was closed is opened again on the way back, as the
/// parent of the one that is left or else by its names from the root down, and is taken only if
/// it still is the same directory.
struct DirectoryChain {
  /// The path of the directory at hand, with a closing `/`.
  private(set) var path: [UInt8] = []
  private var rootPath: [UInt8] = []
  private var levels: [Level] = []
  private var identities: Set<FileIdentity> = []
  private let budget: HandleBudget

  private struct Level {
    let identity: FileIdentity
    /// Whether a symbolic link leads to it.
    let isLinked: Bool
    /// Of its path with a closing `/`.
    let pathCount: Int
    /// Nil while closed.
    var handle: DirectoryHandle?
    var subdirectories = NameQueue()
    var links = NameQueue()
  }

  init(budget: HandleBudget) {
    self.budget = budget
  }

  var isEmpty: Bool { levels.isEmpty }

  /// The directory at hand, nil where it could not be opened again.
  var directory: DirectoryHandle? { levels.last?.handle }

  /// The device of the root.
  var rootDevice: UInt64? { levels.first?.identity.device }

  func contains(_ identity: FileIdentity) -> Bool {
    identities.contains(identity)
  }

  /// Goes down into a root, from nowhere.
  mutating func begin(at root: FilePath, _ handle: DirectoryHandle) {
    rootPath = root.bytes
    path = root.appending([]).bytes
    push(handle, isLinked: true)
  }

  /// Goes down into an entry of the directory at hand.
  mutating func descend(to name: [CChar], _ handle: DirectoryHandle, isLinked: Bool) {
    path.append(contentsOf: name.dropLast().map(UInt8.init(bitPattern:)))
    path.append(UInt8(ascii: "/"))
    push(handle, isLinked: isLinked)
  }

  /// Goes back up from the directory at hand, and opens the one above it again if need be.
  mutating func ascend() throws(SystemError) {
    let left = levels.removeLast()
    identities.remove(left.identity)
    guard let parent = levels.last else { return }
    path.removeSubrange(parent.pathCount...)
    guard parent.handle == nil else { return }
    levels[levels.count - 1].handle = try reopen(parent, from: left.handle)
  }

  /// Closes every directory but the one at hand.
  mutating func closeAncestors() {
    for index in levels.indices.dropLast() { levels[index].handle = nil }
  }

  private mutating func push(_ handle: DirectoryHandle, isLinked: Bool) {
    levels.append(
      Level(
        identity: handle.identity, isLinked: isLinked, pathCount: path.count, handle: handle))
    identities.insert(handle.identity)
    let highestOpen = levels.count - 1 - budget.ancestorLimit
    if highestOpen > 0 { levels[highestOpen - 1].handle = nil }
  }
}

// MARK: - Paths

extension DirectoryChain {
  /// The path of the directory at hand as reports show it: of a root, as it was given.
  var directoryPath: FilePath {
    FilePath(levels.count > 1 ? path.dropLast() : rootPath)
  }

  /// Where paths below the root begin.
  var rootPathCount: Int { levels.first?.pathCount ?? 0 }

  /// The path of an entry of the directory at hand.
  func path(of name: UnsafeBufferPointer<UInt8>) -> FilePath {
    FilePath(
      [UInt8](unsafeUninitializedCapacity: path.count + name.count) { buffer, count in
        _ = buffer[..<path.count].update(fromContentsOf: path)
        _ = buffer[path.count...].update(fromContentsOf: name)
        count = path.count + name.count
      })
  }

  /// The path of an entry of the directory at hand; its name has a closing NUL.
  func path(of name: [CChar]) -> FilePath {
    FilePath(path + name.dropLast().map(UInt8.init(bitPattern:)))
  }
}

// MARK: - Entries that wait in the directory at hand

extension DirectoryChain {
  mutating func append(subdirectory name: UnsafeBufferPointer<UInt8>) {
    levels[levels.count - 1].subdirectories.append(name)
  }

  mutating func append(link name: UnsafeBufferPointer<UInt8>) {
    levels[levels.count - 1].links.append(name)
  }

  /// With a closing NUL.
  mutating func nextSubdirectory() -> [CChar]? {
    levels.isEmpty ? nil : levels[levels.count - 1].subdirectories.removeFirst()
  }

  /// With a closing NUL.
  mutating func nextLink() -> [CChar]? {
    levels.isEmpty ? nil : levels[levels.count - 1].links.removeFirst()
  }

  /// Returns whether there were any.
  mutating func forgetWaitingEntries() -> Bool {
    let last = levels.count - 1
    defer {
      levels[last].subdirectories = NameQueue()
      levels[last].links = NameQueue()
    }
    return !levels[last].subdirectories.isEmpty || !levels[last].links.isEmpty
  }
}

// MARK: - Opening again

extension DirectoryChain {
  private func reopen(
    _ level: Level, from child: DirectoryHandle?
  ) throws(SystemError) -> DirectoryHandle {
    if let child,
      let parent = try? open("..", in: child.descriptor.number, isLinked: false),
      parent.identity == level.identity
    {
      return parent
    }
    return try reopenFromRoot()
  }

  private func reopenFromRoot() throws(SystemError) -> DirectoryHandle {
    var handle = try open(FilePath(rootPath).cString, in: AT_FDCWD, isLinked: true)
    for (level, parent) in zip(levels.dropFirst(), levels) {
      let name = path[parent.pathCount..<level.pathCount - 1]
      let next = try open(
        FilePath(Array(name)).cString, in: handle.descriptor.number,
        isLinked: level.isLinked)
      guard next.identity == level.identity else { throw SystemError(number: ENOENT) }
      handle = next
    }
    return handle
  }

  private func open(
    _ name: UnsafePointer<CChar>, in directory: Int32, isLinked: Bool
  ) throws(SystemError) -> DirectoryHandle {
    let flags = isLinked ? OpenFlags.linkedDirectory : OpenFlags.directory
    return try DirectoryHandle(
      Descriptor.open(name, in: directory, flags: flags), budget: budget)
  }
}
