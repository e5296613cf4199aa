/// Words in small letters, looked up in any case of their ASCII letters without allocating.
struct HeaderWordTable: Sendable {
  private struct Word {
    /// Where it lies in `letters`.
    let start: Int
    let count: Int
    let isOpen: Bool
  }

  private var words: [Word] = []
  private var letters: [UInt8] = []
  /// Numbers of words at their hash or behind it, -1 where free; at most half of them are taken.
  private var slots: [Int16]

  /// `words` and those of them that leave something open, with white space between.
  init(_ words: String, open: String) {
    let all = Set(words.utf8.split(whereSeparator: \.isWhiteSpace).map(Array.init))
    let open = Set(open.utf8.split(whereSeparator: \.isWhiteSpace).map(Array.init))
    var slotCount = 8
    while slotCount < 2 * all.count { slotCount *= 2 }
    slots = Array(repeating: -1, count: slotCount)
    for word in all {
      var slot = Self.hash(word.span, word.indices) & (slotCount - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slotCount - 1) }
      slots[slot] = Int16(self.words.count)
      self.words.append(
        Word(start: letters.count, count: word.count, isOpen: open.contains(word)))
      letters += word
    }
  }

  /// Whether a part of `text` is one of the words; `isOpenToo` counts those too that leave something open.
  func contains(_ text: Span<UInt8>, _ range: Range<Int>, isOpenToo: Bool) -> Bool {
    let mask = slots.count &- 1
    var slot = Self.hash(text, range) & mask
    while slots[slot] >= 0 {
      let word = words[Int(slots[slot])]
      if word.count == range.count, letters.span.stands(from: word.start, in: text, range) {
        return isOpenToo || !word.isOpen
      }
      slot = (slot &+ 1) & mask
    }
    return false
  }

  private static func hash(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
    var hash: UInt32 = 0x811C_9DC5
    for index in range { hash = (hash ^ UInt32(text[index].inSmallLetters)) &* 0x0100_0193 }
    return Int(hash ^ hash &>> 15)
  }
}

extension Span<UInt8> {
  /// Whether the bytes from `start` on are those of a part of `text` in small letters.
  @inline(__always)
  func stands(from start: Int, in text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for offset in 0..<range.count
    where self[start &+ offset] != text[range.lowerBound &+ offset].inSmallLetters { return false }
    return true
  }
}

extension UInt8 {
  fileprivate var isWhiteSpace: Bool { self == 0x20 || self == 0x0A }
}
