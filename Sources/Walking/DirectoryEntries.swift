import CLinux
import Glibc

/// Reads the entries of one directory after another, in the order of the file system.
///
/// Its buffer, which all directories share, holds about a thousand entries; how many there are
/// does not matter.
struct DirectoryEntries: ~Copyable {
  struct Entry {
    /// Nil where the file system does not say.
    let kind: EntryKind?
    /// Without the NUL, though one follows in memory; lives until the next entry is read.
    let name: UnsafeBufferPointer<UInt8>
  }

  /// The directory that is read; nil before and behind it.
  private(set) var directory: DirectoryHandle?
  /// Records as the kernel writes them (getdents64(2)): inode and offset of 8 bytes each, the
  /// length of the record in 2, the type in 1, the name with a closing NUL.
  private let records: UnsafeMutableRawBufferPointer
  /// Those that are still to be taken.
  private var position = 0
  private var end = 0

  private static let byteCount = 64 << 10
  private static let lengthOffset = 16
  private static let typeOffset = 18
  private static let nameOffset = 19

  init() {
    records = .allocate(byteCount: Self.byteCount, alignment: 8)
  }

  deinit {
    records.deallocate()
  }

  /// Begins with the first entry of a directory that was not read yet.
  mutating func begin(_ directory: DirectoryHandle) {
    self.directory = directory
    position = 0
    end = 0
  }

  /// Returns the next entry other than `.` and `..`, or nil at the end.
  ///
  /// The end and an error both let the directory go.
  mutating func next() throws(SystemError) -> Entry? {
    while true {
      if position == end, try !fill() {
        directory = nil
        return nil
      }
      let start = position
      position += Int(records.load(fromByteOffset: start + Self.lengthOffset, as: UInt16.self))
      let name = name(from: start + Self.nameOffset, to: position)
      if name.first == UInt8(ascii: "."),
        name.count == 1 || name.count == 2 && name[1] == UInt8(ascii: ".")
      {
        continue
      }
      return Entry(
        kind: EntryKind(directoryEntryType: records[start + Self.typeOffset]), name: name)
    }
  }

  /// The name that begins at `start`, up to its NUL.
  private func name(from start: Int, to end: Int) -> UnsafeBufferPointer<UInt8> {
    let name = UnsafeRawBufferPointer(rebasing: records[start..<end])
      .assumingMemoryBound(to: UInt8.self)
    return UnsafeBufferPointer(rebasing: name.prefix { $0 != 0 })
  }

  /// Reads more records; returns whether there are any.
  private mutating func fill() throws(SystemError) -> Bool {
    guard let directory else { return false }
    while true {
      let count = linux_getdents64(
        directory.descriptor.number, records.baseAddress, UInt(records.count))
      if count >= 0 {
        position = 0
        end = count
        return count > 0
      }
      let error = SystemError.last
      if error.number == EINTR { continue }
      self.directory = nil
      throw error
    }
  }
}
