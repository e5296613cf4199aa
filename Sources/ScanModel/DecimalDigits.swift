extension [UInt8] {
  /// Appends the digits of a number, behind `-` where it is negative.
  package mutating func append(decimal number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    var digits = InlineArray<20, UInt8>(repeating: 0)
    var first = digits.count
    repeat {
      first -= 1
      digits[first] = UInt8(truncatingIfNeeded: rest % 10) + UInt8(ascii: "0")
      rest /= 10
    } while rest > 0
    digits.span.extracting(first...).withUnsafeBufferPointer { append(contentsOf: $0) }
  }
}
