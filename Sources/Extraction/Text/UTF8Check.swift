/// Finds the end of valid UTF-8 (Unicode, table 3-7) at close to memory speed.
enum UTF8Check {
  /// The end of the valid characters from `start` on, and whether the bytes there, up to the end
  /// of `text`, may be the first of a valid one.
  static func validEnd(of text: Span<UInt8>, from start: Int) -> (end: Int, isUnfinished: Bool) {
    var position = start
    while position &+ ByteBlock.byteCount <= text.count {
      let block = ByteBlock(text, at: position)
      if block.isASCII {
        position &+= ByteBlock.byteCount
      } else if let length = block.validLength {
        position &+= length
      } else {
        // Something wrong or rare: one character after the other, but for those of ASCII.
        let end = position &+ ByteBlock.byteCount
        var rest = block.beyondASCII
        while rest != 0 {
          position = end &- ByteBlock.byteCount &+ rest.trailingZeroBitCount
          let (length, isUnfinished) = text.characterLength(at: position)
          if length == 0 { return (position, isUnfinished) }
          position &+= length
          // All bits where the character ends behind the block.
          rest &= position < end ? .max &<< UInt64(ByteBlock.byteCount &- (end &- position)) : 0
        }
        position = max(position, end)
      }
    }
    while position < text.count {
      let (length, isUnfinished) = text.characterLength(at: position)
      if length == 0 { return (position, isUnfinished) }
      position &+= length
    }
    return (position, false)
  }
}

extension ByteBlock {
  /// The length of the whole characters at the start of the block, which begins with one.
  ///
  /// Nil where a byte is no part of one, or where the first byte of one says more of the next than
  /// that it follows: 0xE0, 0xED, 0xF0 and 0xF4.
  fileprivate var validLength: Int? {
    let continuations = mask(from: 0x80, through: 0xBF)
    let leads = beyondASCII ^ continuations
    let longLeads = mask(from: 0xE0, through: 0xFF)
    var expected = leads &<< 1
    var special = mask(from: 0xC0, through: 0xC1)
    var length = 64 &- Int(leads &>> 63)
    if longLeads != 0 {
      let longestLeads = mask(from: 0xF0, through: 0xFF)
      expected |= longLeads &<< 2 | longestLeads &<< 3
      special |= mask(of: 0xE0, or: 0xED) | mask(of: 0xF0) | mask(from: 0xF4, through: 0xFF)
      // A character of three or four bytes may lack more than one of them.
      if longLeads &>> 62 & 1 != 0 { length = 62 }
      if longestLeads &>> 61 & 1 != 0 { length = 61 }
    }
    // The byte behind them counts: it must not be where one of them goes on.
    let checked = UInt64.max &>> UInt64(max(63 &- length, 0))
    return ((expected ^ continuations) | special) & checked == 0 ? length : nil
  }
}

extension Span<UInt8> {
  /// The length of the character at `position`, 0 for none; and, for none, whether only the end of
  /// the bytes is in the way.
  fileprivate func characterLength(at position: Int) -> (length: Int, isUnfinished: Bool) {
    let lead = self[position]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0...0x7F: return (1, false)
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      if lead == 0xE0 { second = 0xA0...0xBF }
      if lead == 0xED { second = 0x80...0x9F }
    case 0xF0...0xF4:
      length = 4
      if lead == 0xF0 { second = 0x90...0xBF }
      if lead == 0xF4 { second = 0x80...0x8F }
    default: return (0, false)
    }
    for offset in 1..<length {
      guard position + offset < count else { return (0, true) }
      let allowed = offset == 1 ? second : 0x80...0xBF
      guard allowed.contains(self[position + offset]) else { return (0, false) }
    }
    return (length, false)
  }
}
