/// The use of a template: where what it says lies, and the values in it.
///
/// A token, 1 byte, the first 4 bytes of the template's identifier, its place; where that is right here,
/// the template; the number of values in 4 bytes, 4 bytes for each (its bytes in 2, its type, 1 byte), the
/// values. A template is 4 bytes, 16 bytes of identifier, the bytes of what it says in 4 bytes, and that.
struct BinaryXMLTemplate {
  private static let headByteCount = 24

  /// What it says; nil where it was written over.
  let definition: Range<Int>?
  private(set) var values: [BinaryXMLValue] = []
  private(set) var end: Int
  /// Whether all values are there.
  private(set) var isWhole = true

  /// Nil where no template is used at the beginning of `range`.
  init?(_ range: Range<Int>, of chunk: Span<UInt8>) {
    let start = range.lowerBound
    guard let place = chunk.littleUInt32(at: start + 6) else { return nil }
    var position = start + 10
    let byteCount = chunk.littleUInt32(at: place + 20)
    let isItself =
      chunk.littleUInt32(at: place + 4) == chunk.littleUInt32(at: start + 2)
      && chunk.littleUInt32(at: start + 2) != nil
    if isItself, let byteCount {
      definition = chunk.range(at: place + Self.headByteCount, byteCount: byteCount)
    } else {
      definition = nil
    }
    if place == position {
      guard let byteCount else { return nil }
      position += Self.headByteCount + byteCount
    }
    guard let count = chunk.littleUInt32(at: position), count <= range.count / 4 else {
      return nil
    }
    let types = position + 4
    end = types + count * 4
    guard end <= range.upperBound else { return nil }
    for type in stride(from: types, to: types + count * 4, by: 4) {
      let byteCount = Int(chunk.littleEndian16(at: type))
      guard byteCount <= range.upperBound - end else {
        isWhole = false
        return
      }
      values.append(BinaryXMLValue(type: chunk[type + 2], range: end..<end + byteCount))
      end += byteCount
    }
  }
}
