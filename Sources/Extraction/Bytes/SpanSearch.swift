import Glibc

extension Span<UInt8> {
  /// The position of the first `byte` in `range`, or its end.
  func position(of byte: UInt8, in range: Range<Int>) -> Int {
    extracting(range).withUnsafeBytes { part in
      guard let base = part.baseAddress, let found = memchr(base, Int32(byte), part.count) else {
        return range.upperBound
      }
      return range.lowerBound + (UnsafeRawPointer(found) - base)
    }
  }

  /// The first position from `start` on at which the bytes of `word` stand; nil for none.
  func position(of word: StaticString, from start: Int) -> Int? {
    word.withUTF8Buffer { position(of: $0, from: start) }
  }

  /// The first position from `start` on at which the bytes stand; nil for none.
  func position(of bytes: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBufferPointer { position(of: $0, from: start) }
  }

  private func position(of word: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard let first = word.first else { return nil }
    var search = MarkSearch(for: first, or: first, or: first)
    var position = search.next(in: self, from: start)
    while position <= count - word.count {
      var offset = 1
      while offset < word.count, self[position + offset] == word[offset] { offset += 1 }
      if offset == word.count { return position }
      position = search.next(in: self, from: position + 1)
    }
    return nil
  }
}
