import ContentTypes

/// An older encoding of East Asia, in which strings are written by fonts whose map of codes is one of
/// those that every program knows by name.
///
/// Source: PDF 1.7 (ISO 32000-1), table 118.
enum PDFMultibyteCoding: Hashable {
  case shiftJIS, eucJP, gb18030, big5, uhc, johab
  /// The rows and cells of the character sets of Japan, China and Korea, two bytes from 0x21 to 0x7E.
  case jisRows, gbRows, kscRows
  /// Codes of two bytes from 0x80 on, and single ones below, of which the characters are not known.
  case unknown

  /// The encoding that a map is named after; nil for any other one.
  init?(mapName name: Span<UInt8>) {
    func has(_ word: StaticString) -> Bool { name.position(of: word, from: 0) != nil }
    if has("RKSJ") {
      self = .shiftJIS
    } else if has("-B5") || name.starts("B5") {
      self = .big5
    } else if has("GBK2K") || name.starts("GBK") || name.starts("GB") && has("-EUC") {
      self = .gb18030
    } else if has("Johab") {
      self = .johab
    } else if has("UHC") || name.starts("KSC") && has("-EUC") {
      self = .uhc
    } else if name.starts("EUC-") || name.starts("78-EUC-") {
      self = .eucJP
    } else if name.starts("KSC-") {
      self = .kscRows
    } else if name.starts("GB-") || name.starts("GBT-") {
      self = .gbRows
    } else if name.equals("H") || name.equals("V") || name.starts("Ext-") || name.starts("Add-")
      || name.starts("78-")
    {
      self = .jisRows
    } else if has("EUC") || name.starts("CNS") {
      self = .unknown
    } else {
      return nil
    }
  }

  /// Whether the letters of ASCII are half an em wide in the glyphs that a map names.
  static func isHalfWidth(mapName name: Span<UInt8>) -> Bool {
    let words: [StaticString] = [
      "EUC-", "78-EUC-", "RKSJ-", "78-RKSJ-", "78ms-RKSJ-", "90ms-RKSJ-", "Add-RKSJ-", "Ext-RKSJ-",
      "GB-EUC-", "GBK-EUC-", "GBT-EUC-", "B5-", "ETen-B5-", "CNS-EUC-", "KSC-EUC-",
    ]
    return name.position(of: "-HW-", from: 0) != nil || words.contains { name.starts($0) }
  }

  /// The bytes of the code that begins with `byte` and `next`.
  func byteCount(_ byte: UInt8, _ next: UInt8) -> Int {
    switch self {
    case .shiftJIS:
      (0x81...0x9F).contains(byte) || (0xE0...0xFC).contains(byte) ? 2 : 1
    case .gb18030: byte <= 0x80 ? 1 : next &- 0x30 < 10 ? 4 : 2
    case .jisRows, .gbRows, .kscRows: 2
    case .eucJP, .big5, .uhc, .johab, .unknown: byte > 0x80 ? 2 : 1
    }
  }

  /// The character of a code; nil where it has none, or more than one.
  func character(of code: UInt32) -> UInt32? {
    if (0x20...0x7E).contains(code) { return code }
    let place = isOfRows ? Int(code | 0x8080) : Int(code)
    guard place < table.count, table[place] != 0 else { return nil }
    return table[place]
  }

  private var isOfRows: Bool {
    switch self {
    case .jisRows, .gbRows, .kscRows: true
    default: false
    }
  }

  // MARK: Tables

  private var table: [UInt32] {
    switch self {
    case .shiftJIS: Self.shiftJISTable
    case .eucJP, .jisRows: Self.eucJPTable
    case .gb18030, .gbRows: Self.gb18030Table
    case .big5: Self.big5Table
    case .uhc, .kscRows: Self.uhcTable
    case .johab: Self.johabTable
    case .unknown: []
    }
  }

  // Each is made when it is asked for the first time, within some milliseconds.
  private static let shiftJISTable = table(of: .shiftJIS)
  private static let eucJPTable = table(of: .eucJP)
  private static let gb18030Table = table(of: .gb18030)
  private static let big5Table = table(of: .big5)
  private static let uhcTable = table(of: .eucKR)
  private static let johabTable = table(of: .johab)

  /// The characters of all codes of one and two bytes; 0 for those that have none.
  private static func table(of charset: CharsetID) -> [UInt32] {
    guard var converter = CharsetConverter(charset) else { return [] }
    var table = [UInt32](repeating: 0, count: 0x1_0000)
    var text: [UInt8] = []
    for code in 0x80..<0x1_0000 where code < 0x100 || code >= 0x8000 && code & 0xFF >= 0x21 {
      let bytes = code < 0x100 ? [UInt8(code)] : [UInt8(code >> 8), UInt8(code & 0xFF)]
      text.removeAll(keepingCapacity: true)
      var strayCount = 0
      _ = converter.decode(bytes.span, isLast: true, into: &text, strayCount: &strayCount)
      let scalars = String(decoding: text, as: UTF8.self).unicodeScalars
      if strayCount == 0, let scalar = scalars.first, scalars.count == 1 {
        table[code] = scalar.value
      }
    }
    return table
  }
}
