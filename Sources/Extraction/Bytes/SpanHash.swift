extension Span<UInt8> {
  /// A number that is the same for the same bytes, and mostly another one for others.
  func hash(of range: Range<Int>) -> Int {
    var hasher = Hasher()
    extracting(range).withUnsafeBytes { hasher.combine(bytes: $0) }
    return hasher.finalize()
  }
}
