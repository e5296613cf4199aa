/// The texts of a workbook's table of shared strings, one behind the other.
struct SharedTexts {
  private(set) var bytes: [UInt8] = []
  private var ends: [Int] = []

  var count: Int { ends.count }

  /// Reads the body of an SST record; false where it is cut off.
  ///
  /// Source: MS-XLS 2.4.265.
  mutating func read(_ body: Span<UInt8>, borders: [Int]) -> Bool {
    guard let count = body.littleUInt32(at: 4) else { return false }
    // A text takes three bytes at least.
    ends.reserveCapacity(min(count, body.count / 3))
    bytes.reserveCapacity(body.count)
    var place = BIFFBody(from: 8, borders: borders)
    while ends.count < count {
      let isWhole = place.appendText(body, to: &bytes)
      if !isWhole, place.position > body.count, bytes.count == ends.last ?? 0 { return false }
      ends.append(bytes.count)
      if !isWhole { return false }
    }
    return true
  }

  /// Where the text with this number lies in `bytes`; nil where there is none.
  subscript(index: Int) -> Range<Int>? {
    guard ends.indices.contains(index) else { return nil }
    return (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }
}
