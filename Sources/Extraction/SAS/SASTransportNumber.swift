/// A number as mainframes of IBM write it, which transport files of SAS hold.
enum SASTransportNumber {
  /// The number in `range`, which may be the first bytes of one only; nil for a missing value.
  ///
  /// Source: SAS, TS-140, The Record Layout of a SAS Transport Data Set, Numeric Data Fields.
  static func double(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Double? {
    guard (2...8).contains(range.count) else { return nil }
    var fraction: UInt64 = 0
    for index in range.dropFirst() { fraction = fraction << 8 | UInt64(bytes[index]) }
    fraction <<= UInt64(8 * (8 - range.count))
    let first = bytes[range.lowerBound]
    // Zero has no other bits; missing values have a letter or sign there, and no fraction.
    guard fraction != 0 else { return first == 0 ? 0 : nil }
    // Powers of 16, from 16^-64 on, of a fraction of 56 bits.
    let exponent = 4 * (Int(first & 0x7F) - 64) - 56
    let number = Double(sign: .plus, exponent: exponent, significand: Double(fraction))
    return first & 0x80 == 0 ? number : -number
  }
}
