/// A character of a path or pattern: the bytes of one in UTF-8, or a byte that is none.
struct GlobCharacter: Hashable, Comparable {
  /// Its bytes, the last lowest; ASCII is itself, and order is that of the code points.
  private let value: UInt32

  init(_ ascii: Unicode.Scalar) {
    value = ascii.value
  }

  /// Reads the character at `start`, which lies inside `text`.
  init(in text: Span<UInt8>, at start: Int) {
    let lead = text[start]
    let count = Self.byteCount(lead: lead)
    var value = UInt32(lead)
    for index in start + 1..<start + count {
      guard index < text.count, text[index] & 0xC0 == 0x80 else {
        self.value = UInt32(lead)
        return
      }
      value = value << 8 | UInt32(text[index])
    }
    self.value = value
  }

  var byteCount: Int { max(1, (UInt32.bitWidth - value.leadingZeroBitCount + 7) / 8) }

  static func < (left: Self, right: Self) -> Bool { left.value < right.value }

  private static func byteCount(lead: UInt8) -> Int {
    switch lead {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 1
    }
  }
}

extension GlobCharacter {
  static let slash = GlobCharacter("/")
}
