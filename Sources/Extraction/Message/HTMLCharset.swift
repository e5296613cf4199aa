/// The charset of HTML that comes without one, or with one that may be wrong.
enum HTMLCharset {
  private static let headByteCount = 2048

  /// Decodes HTML to UTF-8: UTF-8 and UTF-16 are known by their bytes, others by the number that
  /// came with it or by what the HTML says of itself.
  static func decode(
    _ bytes: [UInt8], codePage: Int?, _ decoder: inout MAPITextDecoder
  ) -> [UInt8] {
    if bytes.starts(with: [0xFF, 0xFE]) || looksLikeUTF16(bytes) {
      return decoder.decode(bytes.span, CodePageDecoder.utf16)
    }
    if UTF8Check.validEnd(of: bytes.span, from: 0).end == bytes.count { return bytes }
    if let codePage, (1...65_535).contains(codePage), codePage != CodePageDecoder.utf8 {
      return decoder.decode(bytes.span, codePage)
    }
    if let name = declaredName(bytes) { return Charset.decode(bytes.span, named: name) }
    return decoder.decode(bytes.span)
  }

  private static func looksLikeUTF16(_ bytes: [UInt8]) -> Bool {
    bytes.count >= 4 && bytes[0] == UInt8(ascii: "<") && bytes[1] == 0 && bytes[3] == 0
  }

  /// The name behind `charset=` in the front of the text, of letters, digits and hyphens.
  private static func declaredName(_ bytes: [UInt8]) -> String? {
    let head = bytes.prefix(headByteCount).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    let mark = Array("charset=".utf8)
    guard head.count > mark.count else { return nil }
    for start in 0..<head.count - mark.count where head[start] == mark[0] {
      guard head[start..<start + mark.count].elementsEqual(mark) else { continue }
      let rest = head[(start + mark.count)...].drop { $0 == 0x22 || $0 == 0x27 || $0 == 0x20 }
      let name = rest.prefix {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F
      }
      guard !name.isEmpty, name.count < 32 else { return nil }
      return String(decoding: name, as: UTF8.self)
    }
    return nil
  }
}
