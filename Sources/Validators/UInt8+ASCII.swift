extension UInt8 {
  /// Whether this is one of the ASCII digits 0 to 9.
  var isASCIIDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  @inline(__always) var isLowercaseASCII: Bool { self &- UInt8(ascii: "a") < 26 }

  @inline(__always) var isUppercaseASCII: Bool { self &- UInt8(ascii: "A") < 26 }

  /// Whether this is one of the ASCII letters, of either case.
  var isASCIILetter: Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(asciiUppercased)
  }

  /// The upper-case form of an ASCII letter; other bytes as they are.
  var asciiUppercased: UInt8 {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) ? self & ~0x20 : self
  }

  /// The lower-case form of an ASCII letter; other bytes as they are.
  var asciiLowercased: UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self
  }

  /// The value of an ASCII digit, 0 to 9.
  var digitValue: Int { Int(self) - Int(UInt8(ascii: "0")) }
}
