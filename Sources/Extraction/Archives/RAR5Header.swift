/// The headers of a RAR archive of version 5, for what libarchive does not tell.
///
/// Source: RAR 5.0 archive format (rarlab.com/technote.htm).
struct RAR5Header {
  private static let mark: [UInt8] = [0x52, 0x61, 0x72, 0x21, 0x1A, 0x07, 0x01, 0x00]
  private static let headerByteLimit = 2 << 20

  private var position = mark.count
  /// Whether a part of the file lies in another volume.
  private var isSplit = false

  /// What the headers say of the files in an archive.
  struct Files {
    /// The numbers, from 0 and counted over all files and directories, of those under a password.
    var encrypted: Set<Int> = []
    /// Whether one goes on in another volume of the archive, or began in one before.
    var areInPieces = false
  }

  /// Nothing of archives of other versions; at most `limit` files are looked at.
  static func files(of bytes: Span<UInt8>, limit: Int) -> Files {
    var files = Files()
    guard bytes.count > mark.count else { return files }
    for index in mark.indices where bytes[index] != mark[index] { return files }
    var header = RAR5Header()
    var index = 0
    while index < limit, let isEncrypted = header.nextFile(bytes) {
      if isEncrypted { files.encrypted.insert(index) }
      index += 1
    }
    files.areInPieces = header.isSplit
    return files
  }

  /// Goes behind the next header of a file; returns whether it is under a password.
  private mutating func nextFile(_ bytes: Span<UInt8>) -> Bool? {
    while true {
      position += 4
      guard let size = bytes.sevenBitNumber(at: &position), size > 0, size <= Self.headerByteLimit,
        size <= bytes.count - position
      else { return nil }
      let end = position + size
      guard let type = bytes.sevenBitNumber(at: &position),
        let flags = bytes.sevenBitNumber(at: &position)
      else { return nil }
      var extraSize = 0
      var dataSize = 0
      if flags & 0x01 != 0 {
        guard let size = bytes.sevenBitNumber(at: &position) else { return nil }
        extraSize = size
      }
      if flags & 0x02 != 0 {
        guard let size = bytes.sevenBitNumber(at: &position) else { return nil }
        dataSize = size
      }
      if type == 2, flags & 0x18 != 0 { isSplit = true }
      // The end of the archive, or headers that are encrypted themselves.
      guard type != 5, type != 4, dataSize <= bytes.count - end else { return nil }
      defer { position = end + dataSize }
      if type == 2 {
        return extraSize <= size && hasEncryption(bytes, end - extraSize..<end)
      }
    }
  }

  /// Whether one of the records in the extra area of a header describes an encryption.
  private mutating func hasEncryption(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    position = range.lowerBound
    while position < range.upperBound {
      guard let size = bytes.sevenBitNumber(at: &position), size > 0,
        size <= range.upperBound - position
      else {
        return false
      }
      let next = position + size
      guard let type = bytes.sevenBitNumber(at: &position) else { return false }
      if type == 1 { return true }
      position = next
    }
    return false
  }
}
