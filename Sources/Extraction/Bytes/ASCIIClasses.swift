extension UInt8 {
  @inline(__always)
  var isASCIILetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }

  /// A to Z as a to z, all others as they are.
  @inline(__always)
  var inSmallLetters: UInt8 { self &- UInt8(ascii: "A") < 26 ? self | 0x20 : self }

  /// Whether it is a control character of which texts have none: not white space, and not the escape of
  /// terminals.
  var isNoText: Bool { self < 0x20 && !isMarkupSpace && self != 0x1B || self == 0x7F }

  /// The value of a hexadecimal digit; nil for anything else.
  @inline(__always)
  var hexDigit: UInt8? {
    let decimal = self &- UInt8(ascii: "0")
    if decimal < 10 { return decimal }
    let letter = (self | 0x20) &- UInt8(ascii: "a")
    return letter < 6 ? letter &+ 10 : nil
  }
}
