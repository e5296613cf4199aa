/// Numbers and names at places that a file tells, which may lie outside of it.
extension Span<UInt8> {
  /// The number of at most 8 bytes at `position`; nil where that is not all there or no `Int`.
  func integer(at position: Int, byteCount: Int, _ order: ByteOrder) -> Int? {
    guard let range = range(at: position, byteCount: byteCount), byteCount <= 8 else { return nil }
    var number: UInt64 = 0
    switch order {
    case .big:
      for index in range { number = number << 8 | UInt64(self[index]) }
    case .little:
      for index in range.reversed() { number = number << 8 | UInt64(self[index]) }
    }
    return Int(exactly: number)
  }

  /// The range of `byteCount` bytes at `position`; nil where they are not all there.
  func range(at position: Int, byteCount: Int) -> Range<Int>? {
    guard position >= 0, byteCount >= 0, position <= count, byteCount <= count - position else {
      return nil
    }
    return position..<position + byteCount
  }

  /// The range of the bytes behind their number, which takes four bytes at `position`; nil where they are
  /// not all there.
  func counted(at position: Int, _ order: ByteOrder) -> Range<Int>? {
    guard let byteCount = integer(at: position, byteCount: 4, order) else { return nil }
    return range(at: position + 4, byteCount: byteCount)
  }

  /// Whether the bytes of `word` stand at `position`.
  func hasBytes(_ word: [UInt8], at position: Int) -> Bool {
    guard position >= 0, position + word.count <= count else { return false }
    for offset in word.indices where self[position + offset] != word[offset] { return false }
    return true
  }

  /// Whether the bytes of `name` stand at `position`.
  func begins(with name: StaticString, at position: Int) -> Bool {
    guard let range = range(at: position, byteCount: name.utf8CodeUnitCount) else { return false }
    return name.withUTF8Buffer { name in
      for offset in 0..<range.count where self[position + offset] != name[offset] { return false }
      return true
    }
  }
}
