/// Reads how much memory an xz file asks for.
enum XZHeader {
  /// Dictionaries beyond this are refused before anything is unpacked.
  static let dictionaryLimit = 256 << 20

  /// Whether the dictionary of the first block is within the limit.
  ///
  /// Source: The .xz File Format, 3.1 and 5.3.1.
  static func isAllowed(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count > 24, bytes[12] != 0 else { return true }
    let flags = bytes[13]
    var position = 14
    let sizeCount = (flags & 0x40 != 0 ? 1 : 0) + (flags & 0x80 != 0 ? 1 : 0)
    for _ in 0..<sizeCount { _ = bytes.sevenBitNumber(at: &position) }
    for _ in 0...Int(flags & 0x03) {
      guard let filter = bytes.sevenBitNumber(at: &position),
        let size = bytes.sevenBitNumber(at: &position),
        size <= 64, position + size <= bytes.count
      else { return true }
      if filter == 0x21, size == 1 {
        return dictionaryByteCount(ofLZMA2: bytes[position]) <= dictionaryLimit
      }
      position += size
    }
    return true
  }

  /// The size that the property byte of an LZMA2 filter stands for.
  static func dictionaryByteCount(ofLZMA2 property: UInt8) -> Int {
    let bits = Int(property & 0x3F)
    return bits >= 40 ? 4 << 30 : (2 | bits & 1) << (bits / 2 + 11)
  }
}
