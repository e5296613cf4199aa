/// A name of up to 16 bytes in lower case as one number, so that it is compared at once.
struct MarkupCode: Equatable, Sendable {
  private let code: UInt128

  /// Longer names share a code that no short one has.
  init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    var code: UInt128 = range.count > 16 ? .max : 0
    if range.count <= 16 {
      for index in range {
        let byte = bytes[index]
        let isUpper = byte &- UInt8(ascii: "A") < 26
        code = code << 8 | UInt128(isUpper ? byte | 0x20 : byte)
      }
    }
    self.code = code
  }

  var hash: Int {
    let folded = UInt64(truncatingIfNeeded: code) ^ UInt64(truncatingIfNeeded: code >> 64)
    return Int(truncatingIfNeeded: (folded &* 0x9E37_79B9_7F4A_7C15) >> 40)
  }

  init(_ name: [UInt8]) {
    self.init(name.span, name.indices)
  }
}
