/// A mask in a block of findings: most of it are bullets, which take one byte there instead of three.
enum PackedMask {
  private static let bullet: [UInt8] = Array("\u{2022}".utf8)
  /// Stands for a bullet; a control character in a value would show as one.
  static let mark: UInt8 = 1

  /// Makes the text of a mask short.
  static func pack(_ mask: inout [UInt8]) {
    var end = 0
    var index = 0
    while index < mask.count {
      if mask[index] == bullet[0], index + 2 < mask.count, mask[index + 1] == bullet[1],
        mask[index + 2] == bullet[2]
      {
        mask[end] = mark
        index += 3
      } else {
        mask[end] = mask[index]
        index += 1
      }
      end += 1
    }
    mask.removeSubrange(end...)
  }

  static func text(_ packed: [UInt8]) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(3 * packed.count)
    for byte in packed {
      if byte == mark { bytes += bullet } else { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
