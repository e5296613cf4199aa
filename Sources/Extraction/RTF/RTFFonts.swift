/// The code pages of the fonts of an RTF document.
struct RTFFonts {
  private static let countLimit = 65_536

  /// The code page of text without a charset of its own.
  var defaultCodePage = CodePageDecoder.windows1252
  /// The number of the font that text begins with.
  var defaultFont = 0
  private var codePages: [Int: Int] = [:]
  /// The font whose entry is being read.
  private var current = 0

  func codePage(of font: Int) -> Int { codePages[font] ?? defaultCodePage }

  mutating func beginFont(_ number: Int) {
    current = number
  }

  mutating func setCharset(_ charset: Int) {
    guard let codePage = Self.codePage(ofCharset: charset) else { return }
    setCodePage(codePage)
  }

  mutating func setCodePage(_ codePage: Int) {
    guard codePages.count < Self.countLimit else { return }
    codePages[current] = codePage
  }

  /// The code page of a charset of Windows; nil for those that say nothing.
  static func codePage(ofCharset charset: Int) -> Int? {
    switch charset {
    case 0: 1252
    case 77: 10000
    case 78, 128: 932
    case 79, 129: 949
    case 80, 134: 936
    case 81, 136: 950
    case 130: 1361
    case 161: 1253
    case 162: 1254
    case 163: 1258
    case 177, 181: 1255
    case 178...180: 1256
    case 186: 1257
    case 204: 1251
    case 222: 874
    case 238: 1250
    case 254: 437
    case 255: 850
    default: nil
    }
  }
}
