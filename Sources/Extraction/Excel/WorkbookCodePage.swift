import Glibc

/// How the bytes of texts before BIFF8 are to be read.
enum WorkbookCodePage: Sendable {
  case windows1252
  /// One byte for each character: the characters of 0x80 to 0xFF.
  case singleByte([UInt32])
  /// Characters of one or two bytes; the name of the encoding for iconv.
  case multiByte(String)

  /// The code page with the number that a CODEPAGE record tells.
  init(number: Int) {
    guard let name = Self.name(of: number) else {
      self = .windows1252
      return
    }
    if Self.multiByteNumbers.contains(number) {
      self = .multiByte(name)
    } else if let characters = CharacterConversion.characters(of: name) {
      self = .singleByte(characters)
    } else {
      self = .windows1252
    }
  }

  /// Appends `bytes` as UTF-8.
  func append(_ bytes: Span<UInt8>, to text: inout [UInt8]) {
    switch self {
    case .windows1252: _ = Windows1252.decode(bytes, into: &text)
    case .singleByte(let characters):
      for index in bytes.indices {
        let byte = bytes[index]
        UTF8Encoding.append(byte < 0x80 ? UInt32(byte) : characters[Int(byte) - 0x80], to: &text)
      }
    case .multiByte(let name):
      guard let conversion = CharacterConversion(from: name, to: "UTF-8") else {
        _ = Windows1252.decode(bytes, into: &text)
        return
      }
      conversion.append(bytes, to: &text)
    }
  }

  private static let multiByteNumbers: Set<Int> = [932, 936, 949, 950, 1361]

  /// Source: MS-XLS 2.4.52, the numbers of code pages.
  private static func name(of number: Int) -> String? {
    switch number {
    case 437, 737, 775, 850, 852, 855, 857, 858, 860...866, 869, 874: "CP\(number)"
    case 932, 936, 949, 950, 1250, 1251, 1253...1258: "CP\(number)"
    case 1361: "JOHAB"
    case 10_000, 0x8000: "MACINTOSH"
    case 10_006: "MACGREEK"
    case 10_007: "MACCYRILLIC"
    case 10_029: "MACCENTRALEUROPE"
    case 10_079: "MACICELAND"
    case 10_081: "MACTURKISH"
    default: nil
    }
  }
}
