extension Span<UInt8> {
  /// The text in UTF-16 that lies in `range`, as UTF-8; half a unit at its end is left out.
  func utf16Text(in range: Range<Int>, _ order: ByteOrder) -> [UInt8] {
    let units = stride(from: range.lowerBound, to: range.upperBound - 1, by: 2).map { index in
      order == .big ? bigEndian16(at: index) : littleEndian16(at: index)
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}
