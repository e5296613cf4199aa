/// Texts in a box, one after the other, each up to a zero: in UTF-8, or in UTF-16 behind its mark.
///
/// Source: 3GPP TS 26.244, 8.
struct MP4Texts {
  var position: Int

  init(from position: Int) {
    self.position = position
  }

  /// The text up to the next zero or the end; empty behind that.
  mutating func next(_ content: Span<UInt8>) -> [UInt8] {
    guard position < content.count else { return [] }
    guard let order = content.orderMark(at: position) else {
      let end = content.position(of: 0, in: position..<content.count)
      defer { position = min(end + 1, content.count) }
      return MetadataText.decoded(content.extracting(position..<end))
    }
    let end = content.utf16End(from: position + 2)
    defer { position = min(end + 2, content.count) }
    return content.utf16Text(in: position + 2..<min(end, content.count), order)
  }
}

extension Span<UInt8> {
  /// The order of bytes that a mark of UTF-16 at `position` tells.
  func orderMark(at position: Int) -> ByteOrder? {
    switch integer(at: position, byteCount: 2, .big) {
    case 0xFEFF: .big
    case 0xFFFE: .little
    default: nil
    }
  }
}
