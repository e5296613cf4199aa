import ContentTypes

/// The encoding of texts of 8 bits in documents of Windows, by its number.
///
/// A number that is not known is read as Windows-1252.
struct CodePage: Sendable {
  private enum Kind {
    case windows1252
    case utf8
    case utf16
    case table(CharsetTable)
    /// Characters of one or several bytes.
    case converted(CharsetID)
  }

  private let kind: Kind

  static let windows1252 = CodePage(1252)
  static let utf16 = CodePage(1200)

  init(_ number: Int) {
    kind =
      switch number {
      case 1200: .utf16
      case 65001: .utf8
      default:
        CharsetID(codePage: number).map { Self($0).kind } ?? .windows1252
      }
  }

  init(_ charset: CharsetID) {
    kind = CharsetTable(charset).map { .table($0) } ?? .converted(charset)
  }

  /// Whether a character takes two bytes and more.
  var isUTF16: Bool {
    if case .utf16 = kind { true } else { false }
  }

  /// Appends all of `bytes` to `buffer` as UTF-8.
  func decode(_ bytes: Span<UInt8>, into buffer: inout [UInt8]) {
    switch kind {
    case .windows1252: _ = Windows1252.decode(bytes, into: &buffer)
    case .utf8: _ = UTF8Decoding.decode(bytes, isLast: true, into: &buffer)
    case .utf16: _ = UTF16Decoding.decode(bytes, .little, isLast: true, into: &buffer)
    case .table(let table): _ = table.decode(bytes, into: &buffer)
    case .converted(let charset):
      var decoder = CharsetDecoder(charset)
      var strayCount = 0
      _ = decoder.decode(bytes, isLast: true, into: &buffer, strayCount: &strayCount)
    }
  }

  /// Appends the part of `bytes` in `range`, as far as there is one.
  func decode(_ bytes: Span<UInt8>, _ range: Range<Int>, into buffer: inout [UInt8]) {
    let range = range.clamped(to: bytes.indices)
    decode(bytes.extracting(range), into: &buffer)
  }

  /// The text of `bytes` from `start` on, up to a zero or the end; none beyond that.
  func zeroEnded(_ bytes: Span<UInt8>, from start: Int) -> [UInt8] {
    guard start < bytes.count else { return [] }
    var text: [UInt8] = []
    decode(bytes, start..<bytes.position(of: 0, in: start..<bytes.count), into: &text)
    return text
  }
}
