/// A text in which what must be found is marked: `BSN: ⟦123456782⟧`.
package struct MarkedText: Hashable, Sendable {
  /// The text without its marks.
  package let text: String
  /// The UTF-8 offsets of what was marked, in order.
  package let ranges: [Range<Int>]

  /// Reads the marks `⟦` and `⟧`; nil where they do not pair.
  package init?(_ marked: String) {
    var plain = String.UnicodeScalarView()
    var byteCount = 0
    var start: Int?
    var ranges: [Range<Int>] = []
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦":
        guard start == nil else { return nil }
        start = byteCount
      case "⟧":
        guard let opened = start, opened < byteCount else { return nil }
        ranges.append(opened..<byteCount)
        start = nil
      default:
        plain.append(scalar)
        byteCount += UTF8.width(scalar)
      }
    }
    guard start == nil else { return nil }
    text = String(plain)
    self.ranges = ranges
  }
}
