/// Encoding of single characters in UTF-8.
enum UTF8Encoding {
  /// Appends the character `scalar` to `buffer`; a surrogate or a number past U+10FFFF becomes
  /// U+FFFD.
  static func append(_ scalar: UInt32, to buffer: inout [UInt8]) {
    switch scalar {
    case ..<0x80:
      buffer.append(UInt8(scalar))
    case ..<0x800:
      buffer.append(0xC0 | UInt8(scalar >> 6))
      buffer.append(continuation(scalar))
    case 0xD800...0xDFFF, 0x11_0000...:
      append(0xFFFD, to: &buffer)
    case ..<0x1_0000:
      buffer.append(0xE0 | UInt8(scalar >> 12))
      buffer.append(continuation(scalar >> 6))
      buffer.append(continuation(scalar))
    default:
      buffer.append(0xF0 | UInt8(scalar >> 18))
      buffer.append(continuation(scalar >> 12))
      buffer.append(continuation(scalar >> 6))
      buffer.append(continuation(scalar))
    }
  }

  private static func continuation(_ bits: UInt32) -> UInt8 { 0x80 | UInt8(bits & 0x3F) }
}
