import Glibc
package import ScanModel

/// A regular file that the walk came across; not open yet.
///
/// It keeps its directory open and is opened relative to that, so that neither the length of its
/// path nor a renaming above it matters. Hold no more of them than a bounded queue does.
package struct FoundFile: Sendable {
  /// The path of its root as given, joined with the names below it.
  package let path: FilePath
  private let directory: DirectoryHandle
  /// Where its name begins in `path`.
  private let nameOffset: Int
  /// The file behind the link that `path` is; nil where it is no link.
  private let linkTarget: FileIdentity?

  init(
    path: FilePath, directory: DirectoryHandle, nameOffset: Int, linkTarget: FileIdentity? = nil
  ) {
    self.path = path
    self.directory = directory
    self.nameOffset = nameOffset
    self.linkTarget = linkTarget
  }

  /// Opens the file for reading, without changing its time of access where the system allows that.
  ///
  /// Waits up to 10 seconds where descriptors have run out. Fails for what is not, or no longer,
  /// the regular file that was listed.
  package func open() throws(FileAccessError) -> OpenFile {
    let flags = linkTarget == nil ? OpenFlags.file : OpenFlags.linkedFile
    let descriptor: Descriptor
    do {
      descriptor = try withName { name throws(SystemError) in
        try Descriptor.open(name, in: directory.descriptor.number, flags: flags)
      }
    } catch {
      throw FileAccessError(opening: error)
    }
    let file = try OpenFile(descriptor)
    guard linkTarget == nil || linkTarget == file.facts.identity else {
      throw FileAccessError(reason: .vanished)
    }
    return file
  }

  /// Opens the file beside it whose name has `suffix` behind its own; nil where there is none that can
  /// be read.
  package func openCompanion(_ suffix: StaticString) -> OpenFile? {
    try? companion(suffix).open()
  }

  private func companion(_ suffix: StaticString) -> FoundFile {
    let added = suffix.withUTF8Buffer { Array($0) }
    return FoundFile(
      path: FilePath(path.bytes + added), directory: directory, nameOffset: nameOffset)
  }

  /// Whether there is a file beside it whose name has `suffix` behind its own; it is not opened.
  package func hasCompanion(_ suffix: StaticString) -> Bool {
    companion(suffix).facts != nil
  }

  /// What the file system says of the file, which is not opened; nil where it is gone or no regular
  /// file any more.
  package var facts: FileFacts? {
    status.flatMap { $0.kind == .regular ? $0.facts : nil }
  }

  /// How many bytes the file has by its directory, or nil where it is gone; it is not opened.
  var byteCount: Int? { status.map { Int($0.st_size) } }

  private var status: stat? {
    try? withName { name throws(SystemError) in
      try stat(of: name, in: directory.descriptor.number, followingLink: linkTarget != nil)
    }
  }

  /// Calls `body` with the name, which has a closing NUL.
  private func withName<Result: ~Copyable>(
    _ body: (UnsafePointer<CChar>) throws(SystemError) -> Result
  ) throws(SystemError) -> Result {
    let count = path.bytes.count - nameOffset
    return try withUnsafeTemporaryAllocation(
      of: CChar.self, capacity: count + 1
    ) { name throws(SystemError) in
      guard let start = name.baseAddress else { throw SystemError(number: ENOENT) }
      UnsafeMutableRawBufferPointer(name).copyBytes(from: path.bytes[nameOffset...])
      name[count] = 0
      return try body(start)
    }
  }
}
