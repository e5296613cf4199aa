extension Span<UInt8> {
  /// A copy of the bytes in `range`, as far as they are there.
  func bytes(_ range: Range<Int>) -> [UInt8] {
    var copy: [UInt8] = []
    copy.append(self, range.clamped(to: 0..<count))
    return copy
  }
}
