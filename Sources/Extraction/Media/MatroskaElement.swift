/// An element of Matroska: a number that names it, a length, and what it holds.
///
/// Source: RFC 8794, 4 to 7.
struct MatroskaElement {
  let id: Int
  let content: Range<Int>
  /// Whether its length is not known: it ends where an element begins that cannot be in it.
  let isOpen: Bool
  /// Whether it is all there.
  let isWhole: Bool

  /// The element at `position`, as far as it lies in `range`; nil where there is none.
  init?(_ bytes: Span<UInt8>, at position: Int, in range: Range<Int>) {
    var position = position
    guard let id = bytes.ebmlNumber(at: &position, byteLimit: 4, keepsMark: true),
      position <= range.upperBound
    else { return nil }
    let lengthStart = position
    guard let byteCount = bytes.ebmlNumber(at: &position, byteLimit: 8, keepsMark: false),
      position <= range.upperBound
    else { return nil }
    self.id = id
    isOpen = byteCount == 1 << (7 * (position - lengthStart)) - 1
    let room = range.upperBound - position
    isWhole = isOpen || byteCount <= room
    content = position..<position + (isOpen ? room : min(byteCount, room))
  }
}

extension Span<UInt8> {
  /// The number at `position`, whose first byte tells its length by its highest bit; goes behind it.
  func ebmlNumber(
    at position: inout Int, byteLimit: Int, keepsMark: Bool
  ) -> Int? {
    guard position >= 0, position < count, self[position] != 0 else { return nil }
    let byteCount = self[position].leadingZeroBitCount + 1
    guard byteCount <= byteLimit,
      var number = integer(at: position, byteCount: byteCount, .big)
    else { return nil }
    if !keepsMark { number &= 1 << (7 * byteCount) - 1 }
    position += byteCount
    return number
  }
}
