import Glibc
import ScanModel

/// The places where a walk begins, looked at once, each taken once.
struct WalkRoots {
  struct Root {
    enum Kind: Hashable {
      case directory
      /// The target is nil unless the root is a symbolic link.
      case file(linkTarget: FileIdentity?)
      case special
      case missing(SystemError)
    }

    let path: FilePath
    let kind: Kind
  }

  /// A name in a directory, whatever path leads to that.
  private struct NamedFile: Hashable {
    let directory: FileIdentity
    let name: [UInt8]
  }

  private(set) var roots: [Root] = []
  private var directories: Set<FileIdentity> = []
  private var files: Set<NamedFile> = []
  private var directoriesOfFiles: Set<FileIdentity> = []
  private var realPaths: [[UInt8]] = []

  init(_ paths: [FilePath], followsLinks: Bool) {
    for path in paths {
      guard let root = look(at: path) else { continue }
      roots.append(root)
      guard followsLinks, root.kind != .special,
        let opened = try? Descriptor.open(
          path.cString, in: AT_FDCWD, flags: OpenFlags.pathOnly),
        let realPath = opened.realPath
      else { continue }
      realPaths.append(realPath)
    }
  }

  /// Whether a directory is a root, and so walked as that and nowhere else.
  func contain(_ directory: FileIdentity) -> Bool {
    directories.contains(directory)
  }

  /// Whether any file of a directory is itself a root.
  func haveFiles(in directory: FileIdentity) -> Bool {
    directoriesOfFiles.contains(directory)
  }

  /// Whether a file of a directory is itself a root, and so listed as that and nowhere else.
  func haveFile(named name: UnsafeBufferPointer<UInt8>, in directory: FileIdentity) -> Bool {
    files.contains(NamedFile(directory: directory, name: Array(name)))
  }

  /// Whether a path that is absolute and free of links is that of a root or lies below one.
  func enclose(_ realPath: [UInt8]) -> Bool {
    realPaths.contains { realPath.isWithin($0) }
  }

  /// Returns nil for a root that is there already.
  private mutating func look(at path: FilePath) -> Root? {
    let name = path.cString
    do {
      let status = try stat(of: name, in: AT_FDCWD, followingLink: true)
      switch status.kind {
      case .directory:
        return directories.insert(status.identity).inserted
          ? Root(path: path, kind: .directory) : nil
      case .regular:
        guard try insertFile(path) else { return nil }
        let own = try stat(of: name, in: AT_FDCWD, followingLink: false)
        return Root(
          path: path,
          kind: .file(linkTarget: own.kind == .symbolicLink ? status.identity : nil))
      case .special, .symbolicLink:
        return Root(path: path, kind: .special)
      }
    } catch {
      return Root(path: path, kind: .missing(error))
    }
  }

  private mutating func insertFile(_ path: FilePath) throws(SystemError) -> Bool {
    let parent = try stat(
      of: path.directory.cString, in: AT_FDCWD, followingLink: true)
    directoriesOfFiles.insert(parent.identity)
    let name = Array(path.name)
    return files.insert(NamedFile(directory: parent.identity, name: name)).inserted
  }
}
