import Glibc
import ScanModel

/// A walk under way: goes down from each root, depth first, and hands on what it comes across.
///
/// A directory is read to its end before those in it are entered. Files are handed on while it is
/// read; only the names of its subdirectories and of links to follow are kept.
struct Descent {
  /// The receiver wants no more.
  struct Stopped: Error {}

  private let options: WalkOptions
  private let roots: WalkRoots
  private let pseudoFileSystems = PseudoFileSystems()
  private let budget = HandleBudget()
  private let receive: (WalkEvent) -> Bool
  private var chain: DirectoryChain
  /// The directories that were entered; kept only where links are followed.
  private var visited: Set<FileIdentity> = []

  init(roots: [FilePath], options: WalkOptions, receive: @escaping (WalkEvent) -> Bool) {
    self.options = options
    self.roots = WalkRoots(roots, followsLinks: options.followsLinks)
    self.receive = receive
    chain = DirectoryChain(budget: budget)
  }

  mutating func walk() throws(Stopped) {
    for root in roots.roots {
      switch root.kind {
      case .directory: try walkDirectory(root.path)
      case .file(let linkTarget): try takeRootFile(root.path, linkTarget: linkTarget)
      case .special: try report(.notExamined(root.path, .special))
      case .missing(let error): try report(.notExamined(root.path, .unreadable(error.number)))
      }
    }
  }

  /// Lists a root that is a file, by way of its directory, which need not be readable for that.
  private func takeRootFile(_ path: FilePath, linkTarget: FileIdentity?) throws(Stopped) {
    budget.awaitRoom()
    let directory: DirectoryHandle
    do {
      directory = try DirectoryHandle(
        Descriptor.open(
          path.directory.nulTerminated, in: AT_FDCWD, flags: OpenFlags.pathOnly | O_DIRECTORY),
        budget: budget)
    } catch {
      try report(.notExamined(path, error.reasonForEntry))
      return
    }
    guard !pseudoFileSystems.contain(device: directory.identity.device) else {
      try report(.leftOut(path, .pseudoFileSystem))
      return
    }
    try report(
      .file(
        FoundFile(
          path: path, directory: directory, nameOffset: path.nameOffset, linkTarget: linkTarget)))
  }

  private mutating func walkDirectory(_ root: FilePath) throws(Stopped) {
    let directory: DirectoryHandle
    do {
      directory = try open(root.nulTerminated, in: AT_FDCWD, flags: OpenFlags.linkedDirectory)
    } catch {
      try report(.notExamined(root, error.reasonForDirectory))
      return
    }
    if let reason = reasonToLeaveOut(directory.identity) {
      try report(.leftOut(root, reason))
      return
    }
    chain.begin(at: root, directory)
    try list(directory)
    while !chain.isEmpty {
      if let name = chain.nextSubdirectory() {
        try descend(to: name)
      } else if let name = chain.nextLink() {
        try follow(name)
      } else {
        try ascend()
      }
    }
  }

  private func report(_ event: WalkEvent) throws(Stopped) {
    guard receive(event) else { throw Stopped() }
  }
}

// MARK: - From directory to directory

extension Descent {
  private mutating func descend(to name: [CChar]) throws(Stopped) {
    guard let parent = chain.directory else { return }
    let directory: DirectoryHandle
    do {
      directory = try open(name, in: parent.descriptor.number, flags: OpenFlags.directory)
    } catch {
      try report(.notExamined(chain.path(of: name), error.reasonForDirectory))
      return
    }
    guard !roots.contain(directory.identity) || chain.contains(directory.identity) else { return }
    try enter(directory, name: name, isLinked: false)
  }

  private mutating func enter(
    _ directory: DirectoryHandle, name: [CChar], isLinked: Bool
  ) throws(Stopped) {
    if let reason = reasonToLeaveOut(directory.identity) {
      try report(.leftOut(chain.path(of: name), reason))
      return
    }
    chain.descend(to: name, directory, isLinked: isLinked)
    try list(directory)
  }

  private mutating func ascend() throws(Stopped) {
    do {
      try chain.ascend()
    } catch {
      guard chain.forgetWaitingEntries() else { return }
      try report(.notExamined(chain.directoryPath, .directoryUnreadable(error.number)))
    }
  }

  private mutating func reasonToLeaveOut(_ directory: FileIdentity) -> LeftOutReason? {
    if chain.contains(directory) { return .linkLoopOrOutside }
    if let reason = reasonToLeaveOut(device: directory.device) { return reason }
    guard options.followsLinks else { return nil }
    return visited.insert(directory).inserted ? nil : .linkLoopOrOutside
  }

  private func reasonToLeaveOut(device: UInt64) -> LeftOutReason? {
    if pseudoFileSystems.contain(device: device) { return .pseudoFileSystem }
    guard options.staysOnOneFileSystem, let rootDevice = chain.rootDevice else { return nil }
    return device == rootDevice ? nil : .otherFileSystem
  }

  /// Opens a directory once there is room for it, closing those above the one at hand if need be.
  private mutating func open(
    _ name: UnsafePointer<CChar>, in directory: Int32, flags: Int32
  ) throws(SystemError) -> DirectoryHandle {
    if !budget.hasRoom {
      chain.closeAncestors()
      budget.awaitRoom()
    }
    do {
      return try DirectoryHandle(
        Descriptor.open(name, in: directory, flags: flags, patience: .zero), budget: budget)
    } catch {
      guard error.isPassing else { throw error }
      chain.closeAncestors()
      return try DirectoryHandle(
        Descriptor.open(name, in: directory, flags: flags), budget: budget)
    }
  }
}

// MARK: - Entries of a directory

extension Descent {
  private mutating func list(_ directory: DirectoryHandle) throws(Stopped) {
    var entries: DirectoryEntries
    do {
      entries = try DirectoryEntries(of: directory)
    } catch {
      try report(.notExamined(chain.directoryPath, .directoryUnreadable(error.number)))
      return
    }
    while true {
      let next: DirectoryEntries.Entry?
      do {
        next = try entries.next()
      } catch {
        try report(.notExamined(chain.directoryPath, .directoryUnreadable(error.number)))
        return
      }
      guard let entry = next else { return }
      guard !roots.haveFile(named: entry.name, in: directory.identity) else { continue }
      try take(entry, of: directory)
    }
  }

  private mutating func take(
    _ entry: DirectoryEntries.Entry, of directory: DirectoryHandle
  ) throws(Stopped) {
    let kind: EntryKind
    do {
      kind = try directory.kind(of: entry)
    } catch {
      try report(.notExamined(chain.path(of: entry.name), error.reasonForEntry))
      return
    }
    switch kind {
    case .directory:
      if !options.exclude.isEmpty, isExcluded(directory: chain.path(of: entry.name)) {
        try report(.leftOut(chain.path(of: entry.name), .excluded))
      } else {
        chain.append(subdirectory: entry.name)
      }
    case .symbolicLink where options.followsLinks:
      chain.append(link: entry.name)
    case .symbolicLink, .regular, .special:
      try take(chain.path(of: entry.name), kind: kind, of: directory, linkTarget: nil)
    }
  }

  private func isExcluded(directory: FilePath) -> Bool {
    let marked = directory.appending([]).bytes
    return options.excludes(marked.span.extracting(chain.rootPathCount...))
  }

  /// Hands on what is no directory.
  private func take(
    _ path: FilePath, kind: EntryKind, of directory: DirectoryHandle, linkTarget: FileIdentity?
  ) throws(Stopped) {
    let pathBelowRoot = path.bytes.span.extracting(chain.rootPathCount...)
    if options.excludes(pathBelowRoot) {
      try report(.leftOut(path, .excluded))
    } else if kind == .symbolicLink {
      try report(.leftOut(path, .symbolicLink))
    } else if !options.includes(pathBelowRoot) {
      try report(.leftOut(path, .excluded))
    } else if kind == .special {
      try report(.notExamined(path, .special))
    } else {
      try report(
        .file(
          FoundFile(
            path: path, directory: directory, nameOffset: chain.path.count,
            linkTarget: linkTarget)))
    }
  }
}

// MARK: - Links

extension Descent {
  /// Looks where a link leads and takes that along if it lies inside the roots.
  private mutating func follow(_ name: [CChar]) throws(Stopped) {
    guard let parent = chain.directory else { return }
    let path = chain.path(of: name)
    let target: LinkTarget
    do {
      target = try LinkTarget(of: name, in: parent)
    } catch {
      // A link that leads nowhere or in a circle has nothing behind it to examine.
      try report(
        error.meansVanished
          ? .leftOut(path, .linkLoopOrOutside) : .notExamined(path, error.reasonForEntry))
      return
    }
    if let reason = reasonToLeaveOut(target, at: path) {
      try report(.leftOut(path, reason))
    } else if target.kind == .directory {
      try enter(target, name: name, in: parent)
    } else {
      try take(path, kind: target.kind, of: parent, linkTarget: target.identity)
    }
  }

  private func reasonToLeaveOut(_ target: LinkTarget, at path: FilePath) -> LeftOutReason? {
    if target.kind == .directory, isExcluded(directory: path) { return .excluded }
    guard let realPath = target.realPath, roots.enclose(realPath),
      !roots.contain(target.identity)
    else { return .linkLoopOrOutside }
    return reasonToLeaveOut(device: target.identity.device)
  }

  private mutating func enter(
    _ target: LinkTarget, name: [CChar], in parent: DirectoryHandle
  ) throws(Stopped) {
    let directory: DirectoryHandle
    do {
      directory = try open(
        name, in: parent.descriptor.number, flags: OpenFlags.linkedDirectory)
    } catch {
      try report(.notExamined(chain.path(of: name), error.reasonForDirectory))
      return
    }
    guard directory.identity == target.identity else {
      try report(.notExamined(chain.path(of: name), .vanished))
      return
    }
    try enter(directory, name: name, isLinked: true)
  }
}
