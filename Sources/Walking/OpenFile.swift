import Glibc
package import ScanModel

/// A regular file that is open for reading; closed when its owner goes.
package struct OpenFile: ~Copyable {
  /// What the file system said of the file when it was opened or last rewound.
  package private(set) var facts: FileFacts
  private let descriptor: Descriptor

  /// Takes over a descriptor; fails with `notRegular` where it is not one of a regular file.
  init(_ descriptor: consuming Descriptor) throws(FileAccessError) {
    let status = try Self.status(of: descriptor)
    guard status.kind == .regular else { throw FileAccessError(reason: .notRegular) }
    facts = status.facts
    if facts.byteCount >= Self.largeByteCount {
      _ = posix_fadvise(descriptor.number, 0, 0, POSIX_FADV_SEQUENTIAL)
    }
    self.descriptor = descriptor
  }

  /// Opens a file by its path, which may be a link only where `followsLink`; without changing its time
  /// of access where the system allows that.
  package init(at path: FilePath, followsLink: Bool) throws(FileAccessError) {
    let flags = followsLink ? OpenFlags.linkedFile : OpenFlags.file
    let descriptor: Descriptor
    do {
      descriptor = try Descriptor.open(path.cString, in: AT_FDCWD, flags: flags)
    } catch {
      throw FileAccessError(opening: error)
    }
    try self.init(descriptor)
  }

  /// Reads the bytes that follow those read before, as many as are to be had at once.
  ///
  /// Returns how many there were; 0 at the end of the file, or for an empty buffer.
  package mutating func read(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(FileAccessError) -> Int {
    guard let start = buffer.baseAddress else { return 0 }
    while true {
      let count = Glibc.read(descriptor.number, start, buffer.count)
      if count >= 0 { return count }
      let error = SystemError.last
      guard error.number == EINTR else { throw FileAccessError(reading: error) }
    }
  }

  /// Reads from `offset` on, without going there; as many bytes as are to be had at once.
  package borrowing func read(
    into buffer: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(FileAccessError) -> Int {
    guard let start = buffer.baseAddress else { return 0 }
    while true {
      let count = pread(descriptor.number, start, buffer.count, offset)
      if count >= 0 { return count }
      let error = SystemError.last
      guard error.number == EINTR else { throw FileAccessError(reading: error) }
    }
  }

  /// Calls `body` with the descriptor, which it may hand to another process.
  package borrowing func withDescriptor<Result>(_ body: (Int32) -> Result) -> Result {
    body(descriptor.number)
  }

  /// Whether the file has grown, shrunk or been written, renamed or removed since `facts`.
  package func hasChanged() throws(FileAccessError) -> Bool {
    let now = try Self.status(of: descriptor).facts
    return now.byteCount != facts.byteCount || now.modified != facts.modified
      || now.changed != facts.changed
  }

  /// Goes back to the first byte and takes `facts` anew.
  package mutating func rewind() throws(FileAccessError) {
    guard lseek(descriptor.number, 0, SEEK_SET) == 0 else {
      throw FileAccessError(reading: .last)
    }
    facts = try Self.status(of: descriptor).facts
  }

  /// From this size on the kernel is asked to read ahead further than it usually does.
  private static let largeByteCount = 256 << 10

  private static func status(of descriptor: borrowing Descriptor) throws(FileAccessError) -> stat {
    do {
      return try descriptor.status()
    } catch {
      throw FileAccessError(reading: error)
    }
  }
}
