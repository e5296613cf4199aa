/// An entry of a directory of TIFF: its content is known to lie in the file.
struct TIFFEntry {
  let tag: Int
  let type: Int
  /// How many values there are.
  let count: Int
  let content: Range<Int>

  /// Whether the values are characters.
  var isText: Bool { type == 2 || type == 129 }

  /// The bytes of one value; nil for unknown types.
  static func byteCount(ofType type: Int) -> Int? {
    switch type {
    case 1, 2, 6, 7, 129: 1
    case 3, 8: 2
    case 4, 9, 11, 13: 4
    case 5, 10, 12, 16, 17, 18: 8
    default: nil
    }
  }

  /// The value at `index` as a number; nil where it is none.
  func integer(_ bytes: Span<UInt8>, _ order: ByteOrder, at index: Int = 0) -> Int? {
    guard index < count, [1, 3, 4, 13, 16, 18].contains(type),
      let byteCount = Self.byteCount(ofType: type)
    else { return nil }
    return bytes.integer(
      at: content.lowerBound + index * byteCount, byteCount: byteCount, order)
  }

  /// The quotient at `index`; nil where it is none.
  func quotient(_ bytes: Span<UInt8>, _ order: ByteOrder, at index: Int) -> Double? {
    guard index < count, type == 5 else { return nil }
    let start = content.lowerBound + index * 8
    guard let dividend = bytes.integer(at: start, byteCount: 4, order),
      let divisor = bytes.integer(at: start + 4, byteCount: 4, order), divisor > 0
    else { return nil }
    return Double(dividend) / Double(divisor)
  }
}
