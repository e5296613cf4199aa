/// The numbers of worksheets in the forms that releases 3 and later have beside that of the processor.
///
/// Source: Lotus 123 release 3 file format, as libwps and SheetJS read it.
extension Span<UInt8> {
  /// A number of ten bytes: 64 bits and an exponent; nil for a text, an error and one that is no number.
  func lotusExtended(at position: Int) -> Double? {
    guard let mantissa = littleUInt64(at: position), let last = littleUInt16(at: position + 8)
    else { return nil }
    if mantissa == 0 { return 0 }
    guard last & 0x7FFF < 0x7FFF else { return nil }
    let value = Double(sign: .plus, exponent: last & 0x7FFF - 16_446, significand: Double(mantissa))
    return last & 0x8000 == 0 ? value : -value
  }

  /// A whole number of two bytes, or a round one, or a fraction of it.
  func lotusSmall(at position: Int) -> Double? {
    guard let number = littleInt16(at: position) else { return nil }
    guard number & 1 != 0 else { return Double(number >> 1) }
    let value = Double(number >> 4)
    return switch number >> 1 & 7 {
    case 0: value * 5000
    case 1: value * 500
    case 2: value / 20
    case 3: value / 200
    case 4: value / 2000
    case 5: value / 20_000
    case 6: value / 16
    default: value / 64
    }
  }

  /// A number of four bytes: 26 bits, a sign, and a power of ten by which it is multiplied or divided.
  func lotusDecimal(at position: Int) -> Double? {
    guard let bits = littleUInt32(at: position) else { return nil }
    var power = 1.0
    for _ in 0..<bits & 0x0F { power *= 10 }
    let value = Double(bits >> 6)
    let scaled = bits & 0x10 == 0 ? value * power : value / power
    return bits & 0x20 == 0 ? scaled : -scaled
  }
}
