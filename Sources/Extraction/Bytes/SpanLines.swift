internal import CByteClasses

// Lines, sought and counted by the widest instructions of the machine.

extension Span<UInt8> {
  /// The position of the first line feed in `range`, nil for none.
  func lineFeed(_ range: Range<Int>) -> Int? {
    let position = position(of: UInt8(ascii: "\n"), in: range)
    return position < range.upperBound ? position : nil
  }

  /// The position of the last line feed in `range`, nil for none.
  func lastLineFeed(_ range: Range<Int>) -> Int? {
    let start = place(range, vp_line_start)
    return start > 0 ? range.lowerBound + start - 1 : nil
  }

  /// The number of line feeds in `range`.
  func lineFeedCount(_ range: Range<Int>) -> Int {
    place(range, vp_count_line_feeds)
  }

  /// The number of characters that begin in `range`.
  func characterCount(_ range: Range<Int>) -> Int {
    place(range, vp_count_characters)
  }

  /// The first position from `start` on of a tab, a `|` or the second of two spaces; `count` for none.
  func gap(from start: Int) -> Int {
    start + place(start..<count, vp_first_gap)
  }

  /// What `measure` tells of the bytes in `range`.
  private func place(
    _ range: Range<Int>, _ measure: (vp_path, UnsafePointer<UInt8>, Int) -> Int
  ) -> Int {
    extracting(range).withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map { measure(vp_best_path(), $0, bytes.count) } ?? 0
    }
  }
}
