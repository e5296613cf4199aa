/// Decodes texts of Lotus 1-2-3 from release 3 on (LMBCS): bytes below 0x20 choose the code page of the
/// character behind them.
///
/// Source: ICU, ucnv_lmb.cpp; Lotus, the Lotus Multi-Byte Character Set.
struct LotusText {
  /// The code page of bytes from 0x80 on that nothing stands before.
  private let codePage = CodePage(850)

  /// The text of `bytes` up to the first zero, in UTF-8.
  func text(_ bytes: Span<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    var position = 0
    while position < bytes.count, bytes[position] != 0 {
      let byte = bytes[position]
      switch byte {
      case 0x09, 0x0A, 0x0D, 0x20...0x7F:
        text.append(byte)
        position += 1
      case 0x80...:
        codePage.decode(bytes, position..<position + 1, into: &text)
        position += 1
      case 0x14:
        position = decodeUTF16(bytes, at: position + 1, into: &text)
      case 0x10...0x13:
        position = decodeWide(bytes, at: position, into: &text)
      case 0x0F:
        // A control character: of these only white space is text.
        let control = position + 1 < bytes.count ? bytes[position + 1] &- 0x20 : 0
        if control == 0x09 || control == 0x0A || control == 0x0D { text.append(control) }
        position += 2
      default:
        let isLetter = position + 1 < bytes.count && bytes[position + 1] >= 0x80
        let codePage = isLetter ? CodePage(Self.codePage(ofGroup: byte)) : codePage
        codePage.decode(bytes, position + 1..<position + 2, into: &text)
        position += 2
      }
    }
    return text
  }

  /// A character of two bytes, the higher first; 0xF6 stands for a zero.
  private func decodeUTF16(
    _ bytes: Span<UInt8>, at position: Int, into text: inout [UInt8]
  ) -> Int {
    guard position + 2 <= bytes.count else { return bytes.count }
    let scalar =
      bytes[position] == 0xF6
      ? UInt32(bytes[position + 1])
      : UInt32(bytes[position]) << 8 | UInt32(bytes[position + 1])
    UTF8Encoding.append(scalar, to: &text)
    return position + 2
  }

  /// A character of an East Asian code page: two bytes, or one where the group stands twice.
  private func decodeWide(
    _ bytes: Span<UInt8>, at position: Int, into text: inout [UInt8]
  ) -> Int {
    let codePage = CodePage(Self.codePage(ofGroup: bytes[position]))
    guard position + 3 <= bytes.count else { return bytes.count }
    let isSingle = bytes[position + 1] == bytes[position]
    codePage.decode(bytes, position + (isSingle ? 2 : 1)..<position + 3, into: &text)
    return position + 3
  }

  private static func codePage(ofGroup group: UInt8) -> Int {
    switch group {
    case 0x02: 1253
    case 0x03: 1255
    case 0x04: 1256
    case 0x05: 1251
    case 0x06: 852
    case 0x08: 1254
    case 0x0B: 874
    case 0x10: 932
    case 0x11: 949
    case 0x12: 950
    case 0x13: 936
    default: 850
    }
  }
}
