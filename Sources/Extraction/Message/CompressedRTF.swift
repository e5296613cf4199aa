/// RTF as Outlook compresses it.
///
/// Source: MS-OXRTFCP.
enum CompressedRTF {
  private static let headerByteCount = 16
  private static let windowByteCount = 4096
  /// What the window holds in the beginning.
  private static let front: StaticString = """
    {\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \
    \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\
    \\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx
    """

  struct Text {
    var bytes: [UInt8]
    /// Whether it ended where it says that it ends, and has the check sum that it claims.
    var isWhole: Bool
  }

  /// Unpacks at most `limit` bytes; nil where `bytes` are no compressed RTF.
  static func unpack(_ bytes: Span<UInt8>, limit: Int) -> Text? {
    guard let byteCount = bytes.littleUInt32(at: 0), let textByteCount = bytes.littleUInt32(at: 4),
      let kind = bytes.littleUInt32(at: 8), let checksum = bytes.littleUInt32(at: 12)
    else { return nil }
    switch kind {
    case 0x414C_454D:
      let available = bytes.count - headerByteCount
      let count = min(textByteCount, available, limit)
      var text: [UInt8] = []
      text.append(bytes, headerByteCount..<headerByteCount + count)
      // Some writers count the header in.
      let isWhole = count == textByteCount || textByteCount == byteCount && byteCount < bytes.count
      return Text(bytes: text, isWhole: isWhole)
    case 0x7546_5A4C:
      let end = min(bytes.count, max(byteCount, headerByteCount - 4) + 4)
      let packed = bytes.extracting(headerByteCount..<end)
      var text = unpack(packed, textByteCount: min(textByteCount, limit))
      if text.isWhole { text.isWhole = crc(packed) == UInt32(truncatingIfNeeded: checksum) }
      return text
    default:
      return nil
    }
  }

  private static func unpack(_ packed: Span<UInt8>, textByteCount: Int) -> Text {
    var window = front.withUTF8Buffer { Array($0) }
    var place = window.count
    window += [UInt8](repeating: 0, count: windowByteCount - place)
    var text: [UInt8] = []
    text.reserveCapacity(min(textByteCount, packed.count * 9))
    var position = 0
    while position < packed.count {
      let flags = packed[position]
      position += 1
      for bit in 0..<8 {
        guard position < packed.count else { return Text(bytes: text, isWhole: false) }
        if flags >> UInt8(bit) & 1 == 0 {
          let byte = packed[position]
          position += 1
          text.append(byte)
          window[place] = byte
          place = (place + 1) & (windowByteCount - 1)
          continue
        }
        guard position + 1 < packed.count else { return Text(bytes: text, isWhole: false) }
        let reference = Int(packed[position]) << 8 | Int(packed[position + 1])
        position += 2
        var source = reference >> 4
        if source == place { return Text(bytes: text, isWhole: true) }
        for _ in 0..<(reference & 0xF) + 2 {
          let byte = window[source]
          source = (source + 1) & (windowByteCount - 1)
          text.append(byte)
          window[place] = byte
          place = (place + 1) & (windowByteCount - 1)
        }
      }
      if text.count > textByteCount + 17 { return Text(bytes: text, isWhole: false) }
    }
    return Text(bytes: text, isWhole: false)
  }

  /// The check sum of the format: CRC-32 without the inversions.
  private static func crc(_ bytes: Span<UInt8>) -> UInt32 {
    var sum: UInt32 = 0
    for index in bytes.indices {
      sum = table[Int((sum ^ UInt32(bytes[index])) & 0xFF)] ^ sum >> 8
    }
    return sum
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { sum, _ in sum & 1 == 1 ? 0xEDB8_8320 ^ sum >> 1 : sum >> 1 }
  }
}
