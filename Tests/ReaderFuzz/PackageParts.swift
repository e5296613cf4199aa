/// A zip archive built from what a fuzzer can change: the names and contents of its members.
///
/// Between them stands a byte of 255, which no XML holds. The members are stored, and their check
/// sums and places are right.
enum PackageParts {
  private static let separator: UInt8 = 0xFF

  static func archive(of bytes: [UInt8]) -> [UInt8] {
    let parts = bytes.split(separator: separator, omittingEmptySubsequences: false)
    return archive(
      of: stride(from: 0, to: min(parts.count, 200) - 1, by: 2).map {
        (parts[$0].prefix(0xFFFF), parts[$0 + 1])
      })
  }

  private static func archive(
    of members: [(name: ArraySlice<UInt8>, content: ArraySlice<UInt8>)]
  ) -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for (name, content) in members {
      var entry = number(20, 2) + [0, 8, 0, 0, 0, 0, 0, 0]
      entry += number(checksum(content), 4)
      entry += number(content.count, 4) + number(content.count, 4)
      entry += number(name.count, 2) + [0, 0]
      directory += [0x50, 0x4B, 1, 2] + number(20, 2) + entry
      directory += [UInt8](repeating: 0, count: 10) + number(archive.count, 4) + name
      archive += [0x50, 0x4B, 3, 4] + entry + name + content
    }
    let count = members.count
    let start = archive.count
    archive += directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + number(count, 2) + number(count, 2)
    return archive + number(directory.count, 4) + number(start, 4) + [0, 0]
  }

  /// A document of iWork whose objects a fuzzer can change: as they are unpacked, in blocks that hold them
  /// as they are.
  static func workbook(of bytes: [UInt8]) -> [UInt8] {
    let size = number(bytes.count & 0x7F | 0x80, 1) + number(bytes.count >> 7 & 0x7F | 0x80, 1)
    let block =
      size + number(bytes.count >> 14, 1) + [62 << 2] + number(bytes.count - 1, 3) + bytes
    let name = Array("Index/Document.iwa".utf8)
    return archive(of: [(name[...], ([0] + number(block.count, 3) + block)[...])])
  }

  private static func number(_ value: Int, _ byteCount: Int) -> [UInt8] {
    (0..<byteCount).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  /// CRC-32 of ISO 3309.
  private static func checksum(_ bytes: ArraySlice<UInt8>) -> Int {
    var sum: UInt32 = .max
    for byte in bytes { sum = sum >> 8 ^ table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] }
    return Int(~sum)
  }

  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { sum, _ in sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
  }
}
