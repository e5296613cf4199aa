/// The headers of a RAR archive of version 5, for what libarchive does not tell.
///
/// Source: RAR 5.0 archive format (rarlab.com/technote.htm).
struct RAR5Header {
  private static let mark: [UInt8] = [0x52, 0x61, 0x72, 0x21, 0x1A, 0x07, 0x01, 0x00]
  private static let headerByteLimit = 2 << 20

  private var position = mark.count

  /// The numbers, from 0 and counted over all files and directories, of those under a password.
  static func encryptedEntries(of bytes: Span<UInt8>, limit: Int) -> Set<Int> {
    guard bytes.count > mark.count else { return [] }
    for index in mark.indices where bytes[index] != mark[index] { return [] }
    var header = RAR5Header()
    var encrypted: Set<Int> = []
    var index = 0
    while index < limit, let isEncrypted = header.nextFile(bytes) {
      if isEncrypted { encrypted.insert(index) }
      index += 1
    }
    return encrypted
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
