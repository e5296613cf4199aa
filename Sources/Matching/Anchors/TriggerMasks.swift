/// Where in a block the search stops: a bit for each byte, kept from block to block.
struct TriggerMasks: ~Copyable {
  private var capacity = 0
  private var storage = UnsafeMutablePointer<UInt64>.allocate(capacity: 0)
  /// All triggers.
  private(set) var triggers: UnsafeMutablePointer<UInt64>

  init() {
    triggers = storage
  }

  deinit {
    storage.deallocate()
  }

  /// Digits.
  var digits: UnsafeMutablePointer<UInt64> { storage }
  /// Beginnings of words that may begin a match.
  var words: UnsafeMutablePointer<UInt64> { storage + capacity }
  /// Marks that open a remark, and tabs.
  private var openings: UnsafeMutablePointer<UInt64> { storage + 3 * capacity }

  /// Looks through a block.
  mutating func classify(_ text: UnsafeBufferPointer<UInt8>, by classes: TriggerClasses) {
    let wordCount = (text.count + 63) / 64
    if wordCount > capacity {
      storage.deallocate()
      capacity = wordCount
      storage = .allocate(capacity: 4 * capacity)
      triggers = storage + 2 * capacity
    }
    classes.classify(
      text, digits: digits, marks: triggers, words: words, openings: openings)
    let digits = digits
    let words = words
    let triggers = triggers
    var carry: UInt64 = 0
    for index in 0..<wordCount {
      let here = digits[index]
      let stops = classes.hasAnyDigits ? here : here & ~(here << 1 | carry)
      carry = here >> 63
      triggers[index] |= stops | words[index]
    }
  }

  /// The first mark that opens a remark, or tab, in a part of the block; `end` for none.
  @inline(__always)
  func opening(from start: Int, to end: Int) -> Int {
    guard start < end else { return end }
    var index = start >> 6
    var bits = openings[index] & (UInt64.max << UInt64(start & 63))
    while bits == 0 {
      index += 1
      guard index << 6 < end else { return end }
      bits = openings[index]
    }
    return min(index << 6 + bits.trailingZeroBitCount, end)
  }

  /// Whether the search stops anywhere in a part of the block that is not empty.
  @inline(__always)
  func hasTrigger(in range: Range<Int>) -> Bool {
    var index = range.lowerBound >> 6
    let last = (range.upperBound &- 1) >> 6
    let lastBits = UInt64.max >> UInt64(63 &- (range.upperBound &- 1) & 63)
    var bits = triggers[index] & (UInt64.max << UInt64(range.lowerBound & 63))
    while index < last {
      if bits != 0 { return true }
      index &+= 1
      bits = triggers[index]
    }
    return bits & lastBits != 0
  }

  /// Whether the byte at `position` may begin a word that begins a match.
  @inline(__always)
  func isWord(_ position: Int) -> Bool {
    words[position >> 6] >> UInt64(position & 63) & 1 == 1
  }

  /// Where the bytes without a digit begin that end before `position`; not before `limit`.
  @inline(__always)
  func digitFreeStart(before position: Int, notBefore limit: Int) -> Int {
    var end = position
    while end > limit {
      let index = (end - 1) >> 6
      let shift = UInt64(63 - (end - 1) & 63)
      let bits = digits[index] << shift
      if bits != 0 { return max(end - bits.leadingZeroBitCount, limit) }
      end = index << 6
    }
    return limit
  }
}
