/// Numbers in the bytes of a document, lowest byte first; nothing where they reach behind its end.
extension Span<UInt8> {
  func littleUInt16(at position: Int) -> Int? {
    guard position >= 0, position <= count - 2 else { return nil }
    return Int(self[position]) | Int(self[position + 1]) << 8
  }

  func littleUInt32(at position: Int) -> Int? {
    guard position >= 0, position <= count - 4 else { return nil }
    return Int(self[position]) | Int(self[position + 1]) << 8 | Int(self[position + 2]) << 16
      | Int(self[position + 3]) << 24
  }

  func littleInt32(at position: Int) -> Int? {
    littleUInt32(at: position).map { Int(Int32(truncatingIfNeeded: $0)) }
  }

  func littleUInt64(at position: Int) -> UInt64? {
    guard position <= count - 8, let low = littleUInt32(at: position),
      let high = littleUInt32(at: position + 4)
    else { return nil }
    return UInt64(high) << 32 | UInt64(low)
  }
}
