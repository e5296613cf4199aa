/// The text of an element as it comes in: the field that is open, without the white space at its
/// ends.
struct MarkupRun {
  /// The bytes of white space in one place that are kept.
  static let spaceLimit = 256

  private(set) var isOpen = false
  /// The bytes that the field has so far.
  private(set) var byteCount = 0
  /// White space that belongs to the field if more text follows.
  private var space: [UInt8] = []

  mutating func begin(label: Int32, row: Int, in text: inout TreeText) {
    text.beginField(label: label, row: row)
    isOpen = true
    byteCount = 0
    if !space.isEmpty { space.removeAll(keepingCapacity: true) }
  }

  mutating func end(in text: inout TreeText) {
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

  /// Parts what follows from what is there by a space, if text follows and none parts them yet.
  mutating func part() {
    if isOpen, space.isEmpty { space.append(0x20) }
  }

  /// Parts what follows from a digit.
  mutating func partDigits(in text: borrowing TreeText) {
    if isOpen, let last = text.window.bytes.last, last &- 0x30 < 10 { part() }
  }

  mutating func append(_ scalar: Unicode.Scalar, to text: inout TreeText) {
    writeSpace(to: &text)
    let byteCount = text.window.bytes.count
    text.window.bytes.append(scalar)
    self.byteCount += text.window.bytes.count - byteCount
  }

  /// Adds `range` as it is, but for long white space.
  mutating func appendVerbatim(
    _ bytes: Span<UInt8>, _ range: Range<Int>, to text: inout TreeText
  ) {
    var position = range.lowerBound
    while position < range.upperBound {
      var start = position
      while start < range.upperBound, bytes[start].isMarkupSpace { start += 1 }
      hold(bytes, position..<start)
      position = endOfVerbatim(bytes, start..<range.upperBound)
      append(bytes, start..<position, to: &text)
    }
  }

  /// The position in `range` behind which there is only white space, or much of it.
  private func endOfVerbatim(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound, bytes[end - 1].isMarkupSpace { end -= 1 }
    // Long white space covers one of the positions that are looked at.
    var position = range.lowerBound + Self.spaceLimit
    while position < end {
      if bytes[position].isMarkupSpace {
        var spaceStart = position
        while bytes[spaceStart - 1].isMarkupSpace { spaceStart -= 1 }
        while bytes[position].isMarkupSpace { position += 1 }
        if position - spaceStart > Self.spaceLimit { return spaceStart }
      }
      position += Self.spaceLimit
    }
    return end
  }

  /// Adds `range` with every run of white space as one space.
  mutating func appendFolded(
    _ bytes: Span<UInt8>, _ range: Range<Int>, to text: inout TreeText
  ) {
    var position = range.lowerBound
    while position < range.upperBound {
      let start = position
      if !bytes[position].isMarkupSpace {
        position = bytes.foldedEnd(from: position + 1, to: range.upperBound)
      }
      append(bytes, start..<position, to: &text)
      let spaceStart = position
      while position < range.upperBound, bytes[position].isMarkupSpace { position += 1 }
      if position > spaceStart, space.isEmpty { space.append(0x20) }
    }
  }

  private mutating func append(
    _ bytes: Span<UInt8>, _ range: Range<Int>, to text: inout TreeText
  ) {
    guard !range.isEmpty else { return }
    writeSpace(to: &text)
    text.append(bytes, range)
    byteCount += range.count
  }

  private mutating func writeSpace(to text: inout TreeText) {
    guard !space.isEmpty else { return }
    text.append(space)
    byteCount += space.count
    space.removeAll(keepingCapacity: true)
  }
}

extension Span<UInt8> {
  /// The first position from `start` on of white space that is not one space between two other
  /// bytes; `end` for none.
  fileprivate func foldedEnd(from start: Int, to end: Int) -> Int {
    var position = start
    while position < end {
      if position &+ ByteBlock.byteCount <= end {
        let block = ByteBlock(self, at: position)
        let spaces = block.mask(from: 0, through: 0x20)
        let single = block.mask(of: 0x20) & ~(spaces &>> 1 | 1 &<< 63)
        let others = spaces & ~single
        guard others != 0 else {
          position &+= ByteBlock.byteCount
          continue
        }
        position &+= others.trailingZeroBitCount
      }
      if self[position].isMarkupSpace {
        let isSingle =
          self[position] == 0x20 && position + 1 < end && !self[position + 1].isMarkupSpace
        if !isSingle { return position }
      }
      position &+= 1
    }
    return end
  }
}
