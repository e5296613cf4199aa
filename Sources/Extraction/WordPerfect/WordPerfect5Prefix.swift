/// The packets of a document of WordPerfect 5, in blocks of a list and what it lists.
///
/// Source: WordPerfect 5.1 file format, document prefix.
enum WordPerfect5Prefix {
  private static let blockLimit = 1000

  /// Where the summary lies, if there is one.
  static func summary(of bytes: Span<UInt8>, before end: Int) -> Range<Int>? {
    var block = 16
    for _ in 0..<blockLimit {
      guard bytes.littleUInt16(at: block) == 0xFFFB, let count = bytes.littleUInt16(at: block + 2),
        let next = bytes.littleUInt32(at: block + 6)
      else { return nil }
      // The block itself is counted too.
      for index in 0..<max(0, count - 1) {
        let entry = block + 10 + 10 * index
        guard let type = bytes.littleUInt16(at: entry),
          let length = bytes.littleUInt32(at: entry + 2),
          let start = bytes.littleUInt32(at: entry + 6), entry + 10 <= end
        else { break }
        if type == 1, start + length <= end { return start..<start + length }
      }
      guard next > block else { return nil }
      block = next
    }
    return nil
  }
}
