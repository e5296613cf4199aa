/// Decodes the texts of a message that are not in Unicode.
struct MAPITextDecoder: ~Copyable {
  private var decoder = CodePageDecoder()
  private let codePage: Int

  init(of message: MAPIProperties) {
    let known = [
      message.number(MAPIProperties.messageCodePage),
      message.number(MAPIProperties.locale).flatMap(Self.codePage(ofLocale:)),
      message.number(MAPIProperties.internetCodePage),
    ]
    codePage = known.compactMap { $0 }.first { (1...65_535).contains($0) && $0 != 1200 } ?? 1252
  }

  /// The text of a property without NULs at its end; nil where it has none.
  mutating func text(of property: MAPIProperty) -> [UInt8]? {
    switch property.value {
    case .text(let text): return text.isEmpty ? nil : text
    case .narrowText(let bytes):
      let end = bytes.firstIndex(of: 0) ?? bytes.count
      guard end > 0 else { return nil }
      return decode(bytes.span.extracting(..<end), codePage)
    default: return nil
    }
  }

  /// Bytes that are UTF-8 are read as that, whatever the message claims.
  mutating func decode(_ bytes: Span<UInt8>, _ codePage: Int) -> [UInt8] {
    let isUTF8 = UTF8Check.validEnd(of: bytes, from: 0).end == bytes.count
    let mayBeUTF8 =
      !CodePageDecoder.isMultiByte(codePage) && !(50_000..<60_000).contains(codePage)
      && codePage != CodePageDecoder.utf16
    return decoder.decode(bytes, isUTF8 && mayBeUTF8 ? CodePageDecoder.utf8 : codePage)
  }

  mutating func decode(_ bytes: Span<UInt8>, isUnicode: Bool = false) -> [UInt8] {
    isUnicode ? decoder.decode(bytes, CodePageDecoder.utf16) : decode(bytes, codePage)
  }

  /// The code page of Windows for a locale.
  private static func codePage(ofLocale locale: Int) -> Int? {
    switch locale & 0x3FF {
    case 0x01, 0x20, 0x29: 1256
    case 0x02, 0x19, 0x22, 0x23, 0x2F: 1251
    case 0x04: [0x0404, 0x0C04, 0x1404].contains(locale) ? 950 : 936
    case 0x05, 0x0E, 0x15, 0x18, 0x1B, 0x1C, 0x24: 1250
    case 0x1A: locale == 0x0C1A ? 1251 : 1250
    case 0x08: 1253
    case 0x0D: 1255
    case 0x11: 932
    case 0x12: 949
    case 0x1E: 874
    case 0x1F, 0x2C: 1254
    case 0x25, 0x26, 0x27: 1257
    case 0x2A: 1258
    default: nil
    }
  }
}
