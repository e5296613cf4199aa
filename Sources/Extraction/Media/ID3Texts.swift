/// The texts in the content of a frame of ID3, taken one after the other.
///
/// Source: ID3 tag version 2.4.0, Main Structure, 4.
struct ID3Texts {
  /// How the first byte of a frame says that its texts are written.
  enum Encoding: UInt8 {
    case latin1 = 0
    /// With a mark of the order of its bytes.
    case utf16 = 1
    case utf16BigEndian = 2
    case utf8 = 3

    fileprivate var unitByteCount: Int { self == .utf16 || self == .utf16BigEndian ? 2 : 1 }
  }

  let encoding: Encoding
  private(set) var position: Int
  /// The order of the texts before, for one that has no mark of its own.
  private var order = ByteOrder.little

  /// Begins behind the byte that tells the encoding; nil where there is no such byte.
  init?(_ content: Span<UInt8>) {
    guard let encoding = content.isEmpty ? nil : Encoding(rawValue: content[0]) else { return nil }
    self.encoding = encoding
    position = 1
  }

  /// Leaves out bytes that are no text, as far as they are there.
  mutating func skip(_ byteCount: Int, in content: Span<UInt8>) {
    position = min(position + byteCount, content.count)
  }

  /// The text up to the next zero or the end of the frame; nil behind its end.
  mutating func next(_ content: Span<UInt8>) -> [UInt8]? { next(content, as: encoding) }

  /// The next text, in the encoding of those that are never in another.
  mutating func nextLatin(_ content: Span<UInt8>) -> [UInt8]? { next(content, as: .latin1) }

  private mutating func next(_ content: Span<UInt8>, as encoding: Encoding) -> [UInt8]? {
    guard position < content.count else { return nil }
    let unit = encoding.unitByteCount
    let end =
      unit == 1
      ? content.position(of: 0, in: position..<content.count) : content.utf16End(from: position)
    let text = position..<end
    position = min(end + unit, content.count)
    return decoded(content, text, encoding)
  }

  private mutating func decoded(
    _ content: Span<UInt8>, _ range: Range<Int>, _ encoding: Encoding
  ) -> [UInt8] {
    switch encoding {
    case .latin1, .utf8: return MetadataText.decoded(content.extracting(range))
    case .utf16BigEndian: return content.utf16Text(in: range, .big)
    case .utf16:
      let text = content.extracting(range)
      guard let marked = text.orderMark(at: 0) else { return content.utf16Text(in: range, order) }
      order = marked
      return text.utf16Text(in: 2..<text.count, order)
    }
  }
}
