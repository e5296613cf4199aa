/// The text of an element as it comes in: the field that is open, without the white space at its
/// ends.
struct MarkupRun {
  /// The bytes of white space in one place that are kept.
  private static let spaceLimit = 256

  private(set) var isOpen = false
  /// The bytes that the field has so far.
  private(set) var byteCount = 0
  /// White space that belongs to the field if more text follows.
  private var space: [UInt8] = []

  mutating func begin(label: Int32, row: Int, in text: inout MarkupText) {
    text.beginField(label: label, row: row)
    isOpen = true
    byteCount = 0
    space.removeAll(keepingCapacity: true)
  }

  mutating func end(in text: inout MarkupText) {
    guard isOpen else { return }
    text.endField()
    isOpen = false
  }

  /// Adds white space that is kept if more text follows.
  mutating func hold(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    let count = min(range.count, Self.spaceLimit - space.count)
    guard count > 0 else { return }
    space.append(bytes, range.lowerBound..<range.lowerBound + count)
  }

  /// Adds white space that is kept if more text follows.
  mutating func hold(_ scalar: Unicode.Scalar) {
    if space.count < Self.spaceLimit { space.append(scalar) }
  }

  mutating func append(_ scalar: Unicode.Scalar, to text: inout MarkupText) {
    var encoded: [UInt8] = []
    encoded.append(scalar)
    append(encoded.span, 0..<encoded.count, to: &text)
  }

  /// Adds `range` as it is.
  mutating func appendVerbatim(
    _ bytes: Span<UInt8>, _ range: Range<Int>, to text: inout MarkupText
  ) {
    var end = range.upperBound
    while end > range.lowerBound, bytes[end - 1].isMarkupSpace { end -= 1 }
    append(bytes, range.lowerBound..<end, to: &text)
    hold(bytes, end..<range.upperBound)
  }

  /// Adds `range` with every run of white space as one space.
  mutating func appendFolded(
    _ bytes: Span<UInt8>, _ range: Range<Int>, to text: inout MarkupText
  ) {
    var position = range.lowerBound
    while position < range.upperBound {
      let start = position
      while position < range.upperBound {
        if bytes[position].isMarkupSpace {
          let isSingle =
            bytes[position] == 0x20 && position + 1 < range.upperBound
            && !bytes[position + 1].isMarkupSpace
          if !isSingle || position == start { break }
        }
        position += 1
      }
      append(bytes, start..<position, to: &text)
      let spaceStart = position
      while position < range.upperBound, bytes[position].isMarkupSpace { position += 1 }
      if position > spaceStart, space.isEmpty { space.append(0x20) }
    }
  }

  private mutating func append(
    _ bytes: Span<UInt8>, _ range: Range<Int>, to text: inout MarkupText
  ) {
    guard !range.isEmpty else { return }
    if !space.isEmpty {
      text.append(space)
      byteCount += space.count
      space.removeAll(keepingCapacity: true)
    }
    text.append(bytes, range)
    byteCount += range.count
  }
}
