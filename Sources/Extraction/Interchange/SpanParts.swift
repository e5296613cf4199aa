extension Span<UInt8> {
  /// The ranges between the bytes that are `mark` and that `release` does not stand before: one more
  /// than there are such bytes.
  func parts(at mark: UInt8?, unlessBehind release: UInt8? = nil) -> [Range<Int>] {
    guard let mark else { return [0..<count] }
    var parts: [Range<Int>] = []
    var start = 0
    var position = 0
    while position < count {
      if let release, self[position] == release {
        position += 1
      } else if self[position] == mark {
        parts.append(start..<position)
        start = position + 1
      }
      position += 1
    }
    parts.append(start..<count)
    return parts
  }
}
