import Glibc

/// Reads the entries of a directory one after another, in the order of the file system.
struct DirectoryEntries: ~Copyable {
  struct Entry {
    /// Nil where the file system does not say.
    let kind: EntryKind?
    /// Without the NUL, though one follows in memory; lives until the next entry is read.
    let name: UnsafeBufferPointer<UInt8>
  }

  private let stream: OpaquePointer

  init(of directory: DirectoryHandle) throws(SystemError) {
    let duplicate = try directory.descriptor.duplicate()
    guard let stream = fdopendir(duplicate.number) else { throw .last }
    self.stream = stream
    _ = duplicate.release()
  }

  deinit {
    closedir(stream)
  }

  /// Returns the next entry other than `.` and `..`, or nil at the end.
  mutating func next() throws(SystemError) -> Entry? {
    while true {
      errno = 0
      guard let record = readdir(stream), let start = record.pointer(to: \.d_name) else {
        if errno == EINTR { continue }
        guard errno == 0 else { throw .last }
        return nil
      }
      let name = UnsafeRawPointer(start).assumingMemoryBound(to: UInt8.self)
      let count = strlen(UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self))
      if name[0] == UInt8(ascii: "."), count == 1 || count == 2 && name[1] == UInt8(ascii: ".") {
        continue
      }
      return Entry(
        kind: EntryKind(directoryEntryType: record.pointee.d_type),
        name: UnsafeBufferPointer(start: name, count: count))
    }
  }
}
