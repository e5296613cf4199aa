extension Span<UInt8> {
  /// The text in UTF-16 that lies in `range`, as UTF-8; half a unit at its end is left out.
  func utf16Text(in range: Range<Int>, _ order: ByteOrder) -> [UInt8] {
    let units = stride(from: range.lowerBound, to: range.upperBound - 1, by: 2).map { index in
      order == .big ? bigEndian16(at: index) : littleEndian16(at: index)
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// The position from `start` on of the zero of two bytes that ends a text in UTF-16; where there is none, that
  /// behind the last whole unit.
  func utf16End(from start: Int) -> Int {
    var end = start
    while end + 1 < count, self[end] != 0 || self[end + 1] != 0 { end += 2 }
    return end
  }
}
