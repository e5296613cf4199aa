internal import Anchors

/// The prefixes of all words at which an expression can begin, to be looked up by their bytes; plain
/// values, owned by `AnchorPlan`.
struct PrefixTable {
  let variants: UnsafeMutablePointer<TriggerVariant>
  /// The prefixes at their hash or behind it, 0 where free; at most a quarter of them are taken.
  private let keys: UnsafeMutablePointer<UInt64>
  /// By place of the prefix and by the place behind it, where its part of `numbers` begins.
  private let starts: UnsafeMutablePointer<Int32>
  /// The variants of each prefix.
  private let numbers: UnsafeMutablePointer<Int32>
  private let shift: UInt64
  /// By first byte, a bit for each length of prefixes that begin with it: the lowest for one byte.
  private let lengths: UnsafeMutablePointer<UInt8>

  init(_ prefixes: WordPrefixes, variants: [TriggerVariant]) {
    self.variants = .allocate(capacity: variants.count)
    self.variants.initialize(from: variants, count: variants.count)
    let bitCount = Int.bitWidth - max(4 * prefixes.all.count - 1, 1).leadingZeroBitCount
    let capacity = 1 << bitCount
    shift = UInt64(UInt64.bitWidth - bitCount)
    lengths = .allocate(capacity: 256)
    lengths.initialize(repeating: 0, count: 256)
    keys = .allocate(capacity: capacity)
    keys.initialize(repeating: 0, count: capacity)
    starts = .allocate(capacity: capacity + 1)
    starts.initialize(repeating: 0, count: capacity + 1)
    numbers = .allocate(capacity: prefixes.all.count)
    // Where each part ends, until it is filled from there down to where it begins.
    for prefix in prefixes.all {
      let place = place(of: prefix.bytes)
      keys[place] = prefix.bytes
      starts[place] += 1
      lengths[Int(prefix.bytes & 0xFF)] |= 1 << (WordBeginnings.byteCount(prefix.bytes) - 1)
    }
    for place in 1...capacity { starts[place] += starts[place - 1] }
    for prefix in prefixes.all {
      let place = place(of: prefix.bytes)
      starts[place] -= 1
      (numbers + Int(starts[place])).initialize(to: Int32(prefix.variant))
    }
  }

  /// Gives the memory back; the table must not be used again.
  func free() {
    variants.deallocate()
    lengths.deallocate()
    keys.deallocate()
    starts.deallocate()
    numbers.deallocate()
  }

  /// Calls `body` with every variant of which a prefix stands at `position`.
  @inline(__always)
  func forEachVariant(
    at position: Int, in text: UnsafeBufferPointer<UInt8>,
    _ body: (UnsafePointer<TriggerVariant>) -> Void
  ) {
    let folded = WordPrefixes.bytes(at: position, in: text)
    var lengths = lengths[Int(text[position])]
    // No longer than what is left of the text.
    if text.count &- position < 8 { lengths &= 1 &<< UInt8(text.count &- position) &- 1 }
    while lengths != 0 {
      let bytes = folded & (.max &>> UInt64(56 &- 8 &* lengths.trailingZeroBitCount))
      lengths &= lengths &- 1
      let place = place(of: bytes)
      guard keys[place] != 0 else { continue }
      for index in starts[place]..<starts[place &+ 1] {
        body(UnsafePointer(variants + Int(numbers[Int(index)])))
      }
    }
  }

  /// The place of a prefix, or the free one where it would be.
  @inline(__always)
  private func place(of bytes: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: (bytes &* 0x9E37_79B9_7F4A_7C15) &>> shift)
    while keys[place] != 0, keys[place] != bytes {
      place = (place &+ 1) & Int(truncatingIfNeeded: UInt64.max &>> shift)
    }
    return place
  }
}
