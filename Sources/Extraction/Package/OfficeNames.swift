/// Finds the names that the readers know by their bytes.
struct OfficeNames: Sendable {
  static let all = OfficeNames()

  private static let slotBits: UInt64 = 10

  /// The keys of the known names at their hash or behind it, 0 where free.
  private var keys = [UInt64](repeating: 0, count: 1 << slotBits)
  private var names = [OfficeName](repeating: .other, count: 1 << slotBits)

  private init() {
    for name in OfficeName.allCases where name != .other {
      let bytes = Array(name.rawValue.utf8)
      let key = Self.key(of: bytes.span, bytes.indices)
      var slot = Self.slot(of: key)
      while keys[slot] != 0 { slot = (slot + 1) & (keys.count - 1) }
      keys[slot] = key
      names[slot] = name
    }
  }

  /// The name in `range`, which has no prefix; `other` where it is not known.
  @inline(__always)
  func name(in bytes: Span<UInt8>, _ range: Range<Int>) -> OfficeName {
    guard !range.isEmpty else { return .other }
    let key = Self.key(of: bytes, range)
    var slot = Self.slot(of: key)
    while keys[slot] != key {
      if keys[slot] == 0 { return .other }
      slot = (slot &+ 1) & (keys.count &- 1)
    }
    return names[slot]
  }

  /// Differs between any two names of 16 bytes or less; never 0.
  @inline(__always)
  private static func key(of bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    let count = range.count
    let length = UInt64(truncatingIfNeeded: count)
    if count <= 8, range.lowerBound &+ 8 <= bytes.count {
      let word = bytes.word(at: range.lowerBound)
      return (word & (.max &>> (64 &- 8 &* length))) ^ length &<< 60
    }
    var first: UInt64 = 0
    for offset in 0..<min(count, 8) {
      first |= UInt64(bytes[range.lowerBound &+ offset]) &<< UInt64(8 &* offset)
    }
    guard count > 8 else { return first ^ length &<< 60 }
    let last = bytes.word(at: range.upperBound &- 8)
    return (first ^ (last &* 0x9E37_79B9_7F4A_7C15) ^ length &<< 60) | 1
  }

  @inline(__always)
  private static func slot(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> (64 &- slotBits))
  }
}

extension Span<UInt8> {
  /// The eight bytes from `position` on, all of which must be there.
  @inline(__always)
  fileprivate func word(at position: Int) -> UInt64 {
    UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self))
  }
}
