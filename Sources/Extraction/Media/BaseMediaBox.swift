/// A box of a file whose parts are boxes in boxes, such as MP4, HEIC and JPEG 2000.
///
/// Source: ISO/IEC 14496-12, 4.2.
struct BaseMediaBox {
  /// Where its four letters stand.
  let namePosition: Int
  let content: Range<Int>

  /// The box at `position`, which ends with `range` at the latest; nil where there is none.
  init?(_ bytes: Span<UInt8>, at position: Int, in range: Range<Int>) {
    guard position + 8 <= range.upperBound,
      let byteCount = bytes.integer(at: position, byteCount: 4, .big)
    else { return nil }
    namePosition = position + 4
    switch byteCount {
    case 0: content = position + 8..<range.upperBound
    case 1:
      guard let byteCount = bytes.integer(at: position + 8, byteCount: 8, .big),
        byteCount >= 16, byteCount <= range.upperBound - position
      else { return nil }
      content = position + 16..<position + byteCount
    default:
      guard byteCount >= 8, byteCount <= range.upperBound - position else { return nil }
      content = position + 8..<position + byteCount
    }
  }

  /// Whether it has that name.
  func isNamed(_ name: StaticString, in bytes: Span<UInt8>) -> Bool {
    bytes.begins(with: name, at: namePosition)
  }

  /// Calls `body` with each box in `range`; returns whether all of them could be read.
  static func forEach(
    _ bytes: Span<UInt8>, in range: Range<Int>, _ body: (BaseMediaBox) -> Void
  ) -> Bool {
    var position = range.lowerBound
    while position < range.upperBound {
      guard let box = BaseMediaBox(bytes, at: position, in: range) else { return false }
      body(box)
      position = box.content.upperBound
    }
    return true
  }
}
