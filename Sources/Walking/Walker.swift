import Glibc
package import ScanModel

/// Lists the files below some roots.
///
/// Goes down from each root, depth first, in a fixed order of the file system. A directory is read
/// to its end before those in it are entered; only their names and those of links to follow are
/// kept.
///
/// Paths are bytes and may be longer than the system allows for one call; the number of open
/// directories is bounded whatever the depth; symbolic links are followed only on demand and
/// special files never opened. A directory is walked once, even if roots overlap; one that is
/// itself a root is walked as that. The roots themselves, which were named, are followed if they
/// are links, and taken whatever the globs say.
package struct Walker: ~Copyable {
  let options: WalkOptions
  let roots: WalkRoots
  let budget = HandleBudget()
  var chain: DirectoryChain
  /// Those of the directory at hand, while it is read.
  var entries = DirectoryEntries()
  /// Whether roots are files of the directory that is read.
  var entriesMayBeRoots = false
  private let pseudoFileSystems = PseudoFileSystems()
  private var nextRoot = 0
  /// The directories that were entered; kept only where links are followed.
  private var visited: Set<FileIdentity> = []

  /// Looks at the roots, and at what is mounted.
  package init(roots: [FilePath], options: WalkOptions) {
    self.options = options
    self.roots = WalkRoots(roots, followsLinks: options.followsLinks)
    chain = DirectoryChain(budget: budget)
  }

  /// Whether the walk can go on before some of the files that it gave are let go.
  package var hasRoom: Bool { budget.hasRoom }

  /// Returns what the walk comes across next, or nil at its end.
  ///
  /// Where the files that it gave hold too many directories open, it waits until some of them are
  /// let go.
  package mutating func next() -> WalkEvent? {
    while true {
      let event: WalkEvent?
      if entries.directory != nil {
        event = nextEntry()
      } else if let name = chain.nextSubdirectory() {
        event = descend(to: name)
      } else if let name = chain.nextLink() {
        event = follow(name)
      } else if !chain.isEmpty {
        event = ascend()
      } else if nextRoot < roots.roots.count {
        nextRoot += 1
        event = begin(at: roots.roots[nextRoot - 1])
      } else {
        return nil
      }
      if let event { return event }
    }
  }

  /// Why a directory is not entered; nil if it is to be, and then it counts as entered.
  mutating func reasonToLeaveOut(_ directory: FileIdentity) -> LeftOutReason? {
    if chain.contains(directory) { return .linkLoopOrOutside }
    if let reason = reasonToLeaveOut(device: directory.device) { return reason }
    guard options.followsLinks else { return nil }
    return visited.insert(directory).inserted ? nil : .linkLoopOrOutside
  }

  func reasonToLeaveOut(device: UInt64) -> LeftOutReason? {
    if pseudoFileSystems.contain(device: device) { return .pseudoFileSystem }
    guard options.staysOnOneFileSystem, let rootDevice = chain.rootDevice else { return nil }
    return device == rootDevice ? nil : .otherFileSystem
  }
}

// MARK: - Roots

extension Walker {
  private mutating func begin(at root: WalkRoots.Root) -> WalkEvent? {
    switch root.kind {
    case .directory: beginDirectory(root.path)
    case .file(let linkTarget): takeRootFile(root.path, linkTarget: linkTarget)
    case .special: .notExamined(root.path, .special)
    case .missing(let error): .notExamined(root.path, .unreadable(error.number))
    }
  }

  private mutating func beginDirectory(_ root: FilePath) -> WalkEvent? {
    let directory: DirectoryHandle
    do {
      directory = try open(root.cString, in: AT_FDCWD, flags: OpenFlags.linkedDirectory)
    } catch {
      return .notExamined(root, error.reasonForDirectory)
    }
    if let reason = reasonToLeaveOut(directory.identity) { return .leftOut(root, reason) }
    chain.begin(at: root, directory)
    list(directory)
    return nil
  }

  /// Lists a root that is a file, by way of its directory, which need not be readable for that.
  private func takeRootFile(_ path: FilePath, linkTarget: FileIdentity?) -> WalkEvent {
    budget.awaitRoom()
    let directory: DirectoryHandle
    do {
      directory = try DirectoryHandle(
        Descriptor.open(
          path.directory.cString, in: AT_FDCWD, flags: OpenFlags.pathOnly | O_DIRECTORY),
        budget: budget)
    } catch {
      return .notExamined(path, error.reasonForEntry)
    }
    guard !pseudoFileSystems.contain(device: directory.identity.device) else {
      return .leftOut(path, .pseudoFileSystem)
    }
    return .file(
      FoundFile(
        path: path, directory: directory, nameOffset: path.nameOffset, linkTarget: linkTarget))
  }
}
