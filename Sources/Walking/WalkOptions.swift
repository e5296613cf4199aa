/// What a walk takes along and what it leaves out.
package struct WalkOptions: Hashable, Sendable {
  /// Whether symbolic links are followed to targets that lie inside the roots.
  package var followsLinks: Bool
  /// Whether directories on another file system than their root are left out.
  package var staysOnOneFileSystem: Bool
  /// Where not empty, only files that match one of these are listed.
  package var include: [Glob]
  /// What matches one of these is left out, even if it is included; directories are not entered.
  package var exclude: [Glob]
  /// What the program itself writes is never listed.
  package var ownFiles: [OwnFiles] = []

  package init(
    followsLinks: Bool = false, staysOnOneFileSystem: Bool = true, include: [Glob] = [],
    exclude: [Glob] = []
  ) {
    self.followsLinks = followsLinks
    self.staysOnOneFileSystem = staysOnOneFileSystem
    self.include = include
    self.exclude = exclude
  }
}

extension WalkOptions {
  /// Whether what `path` leads to is left out; it begins below the root, and ends in `/` for a
  /// directory.
  func excludes(_ path: Span<UInt8>) -> Bool {
    exclude.contains { $0.matches(path) }
  }

  /// Whether a file is listed that is not excluded; `path` begins below the root.
  func includes(_ path: Span<UInt8>) -> Bool {
    include.isEmpty || include.contains { $0.matches(path) }
  }
}
