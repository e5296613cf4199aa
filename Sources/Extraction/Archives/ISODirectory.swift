/// The records of directories on a disc image, with the names of Rock Ridge or Joliet.
///
/// Source: ECMA-119, 9.1; IEEE P1282 (RRIP) 4.1; Joliet Specification.
struct ISODirectory {
  enum Names {
    case plain, joliet, rockRidge
  }

  struct Record {
    var name: String
    var isDirectory: Bool
    var isLink: Bool
    /// Whether the content is packed by mkzftree.
    var isPacked: Bool
    /// Whether the next record has more of the same file.
    var continues: Bool
    var start: Int
    var byteCount: Int
  }

  static let sectorByteCount = 2048
  private static let continuationLimit = 16

  let names: Names
  let blockByteCount: Int

  /// The record at `position`, and where the next begins; nil at the end of the sector.
  func record(_ bytes: Span<UInt8>, at position: Int) -> (Record, next: Int)? {
    guard position < bytes.count else { return nil }
    let length = Int(bytes[position])
    guard length >= 34, length <= bytes.count - position else { return nil }
    let nameLength = Int(bytes[position + 32])
    guard 33 + nameLength <= length else { return nil }
    let nameRange = position + 33..<position + 33 + nameLength
    let flags = bytes[position + 25]
    let block = Int(bytes.littleEndian32(at: position + 2)) + Int(bytes[position + 1])
    var record = Record(
      name: name(bytes, nameRange), isDirectory: flags & 0x02 != 0, isLink: false,
      isPacked: false, continues: flags & 0x80 != 0, start: block * blockByteCount,
      byteCount: Int(bytes.littleEndian32(at: position + 10)))
    if names == .rockRidge {
      let start = nameRange.upperBound + (nameLength % 2 == 0 ? 1 : 0)
      readSystemUse(bytes, start..<max(start, position + length), into: &record)
    }
    return (record, position + length)
  }

  private func name(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
    // The directory itself and the one above it.
    if range.count == 1, bytes[range.lowerBound] <= 1 { return "" }
    var name: [UInt8] = []
    if names == .joliet {
      name = bytes.utf16Text(in: range, .big)
    } else {
      name.append(bytes, range)
    }
    if let version = name.lastIndex(of: UInt8(ascii: ";")) { name.removeSubrange(version...) }
    if names == .plain, name.last == UInt8(ascii: ".") { name.removeLast() }
    return String(decoding: name, as: UTF8.self)
  }

  /// Reads the fields of Rock Ridge behind a name, also where they go on elsewhere.
  private func readSystemUse(
    _ bytes: Span<UInt8>, _ range: Range<Int>, into record: inout Record
  ) {
    var range = range
    var name: [UInt8] = []
    for _ in 0..<Self.continuationLimit {
      var continuation: Range<Int>?
      var position = range.lowerBound
      while position + 4 <= min(range.upperBound, bytes.count) {
        let length = Int(bytes[position + 2])
        guard length >= 4, length <= bytes.count - position else { break }
        switch (bytes[position], bytes[position + 1]) {
        case (UInt8(ascii: "N"), UInt8(ascii: "M")) where length > 5:
          name.append(bytes, position + 5..<position + length)
        // Symbolic links, and the places of directories that were moved elsewhere.
        case (UInt8(ascii: "S"), UInt8(ascii: "L")), (UInt8(ascii: "C"), UInt8(ascii: "L")):
          record.isLink = true
        case (UInt8(ascii: "Z"), UInt8(ascii: "F")): record.isPacked = true
        case (UInt8(ascii: "P"), UInt8(ascii: "X")) where length >= 8:
          let kind = bytes.littleEndian32(at: position + 4) & 0o170000
          if kind != 0o100000, kind != 0o040000 { record.isLink = true }
        case (UInt8(ascii: "C"), UInt8(ascii: "E")) where length >= 28:
          let start =
            Int(bytes.littleEndian32(at: position + 4)) * blockByteCount
            + Int(bytes.littleEndian32(at: position + 12))
          continuation = start..<start + Int(bytes.littleEndian32(at: position + 20))
        default: break
        }
        position += length
      }
      guard let continuation else { break }
      range = continuation
    }
    if !name.isEmpty { record.name = String(decoding: name, as: UTF8.self) }
  }
}
