/// Decodes bytes in any code page to UTF-8.
struct CodePageDecoder: ~Copyable {
  static let utf8 = 65001
  static let utf16 = 1200
  static let windows1252 = 1252

  private var codePages: [Int: CodePage] = [:]
  private var conversion: IconvConversion?
  private var conversionCodePage = 0

  /// Whether characters of the code page may take two bytes.
  static func isMultiByte(_ codePage: Int) -> Bool {
    switch codePage {
    case 932, 936, 949, 950, 1361, utf8: true
    default: false
    }
  }

  /// Whether `byte` begins a character of two bytes.
  static func isLead(_ byte: UInt8, _ codePage: Int) -> Bool {
    switch codePage {
    case 932: (0x81...0x9F).contains(byte) || (0xE0...0xFC).contains(byte)
    case 936, 949, 950, 1361: (0x81...0xFE).contains(byte)
    default: false
    }
  }

  /// Appends `input` as UTF-8; bytes that are no character become U+FFFD.
  mutating func decode(_ input: Span<UInt8>, _ codePage: Int, into buffer: inout [UInt8]) {
    if codePage == Self.windows1252 {
      _ = Windows1252.decode(input, into: &buffer)
    } else if let known = known(codePage) {
      known.decode(input, into: &buffer)
    } else {
      convert(input, codePage, into: &buffer)
    }
  }

  mutating func decode(_ input: Span<UInt8>, _ codePage: Int) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(input.count)
    decode(input, codePage, into: &decoded)
    return decoded
  }

  /// The code page, if it is read without the C library.
  private mutating func known(_ codePage: Int) -> CodePage? {
    if let known = codePages[codePage] { return known }
    switch codePage {
    case 0, 1200, 1252, 20127, 28591, Self.utf8: break
    default: if CodePageTables.upperHalf(of: codePage) == nil { return nil }
    }
    let known = CodePage(codePage)
    codePages[codePage] = known
    return known
  }

  private mutating func convert(
    _ input: Span<UInt8>, _ codePage: Int, into buffer: inout [UInt8]
  ) {
    if conversionCodePage != codePage {
      conversionCodePage = codePage
      conversion = Self.charset(of: codePage).flatMap { IconvConversion(from: $0) }
    }
    if conversion != nil {
      conversion?.convert(input, into: &buffer)
      return
    }
    for index in input.indices {
      UTF8Encoding.append(input[index] < 0x80 ? UInt32(input[index]) : 0xFFFD, to: &buffer)
    }
  }

  /// The name that the C library has for a code page.
  private static func charset(of codePage: Int) -> String? {
    switch codePage {
    case 936: "GBK"
    case 949, 51949: "UHC"
    case 950: "BIG5-HKSCS"
    case 1361: "JOHAB"
    case 50220...50222: "ISO-2022-JP"
    case 50225: "ISO-2022-KR"
    case 20932, 51932: "EUC-JP"
    case 20936, 51936: "EUC-CN"
    case 54936: "GB18030"
    case 21866: "KOI8-U"
    case 28592...28606: "ISO-8859-\(codePage - 28590)"
    case 65000: "UTF-7"
    case 1...99_999: "CP\(codePage)"
    default: nil
    }
  }
}
