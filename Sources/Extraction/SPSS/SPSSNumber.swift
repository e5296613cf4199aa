/// The numbers of a data file of SPSS, and what is shown of them.
enum SPSSNumber {
  /// The value that stands where none was given: the smallest of all.
  static let missing = -Double.greatestFiniteMagnitude

  /// `bits` are eight bytes as they lie in the file, the first one the lowest.
  static func double(_ bits: UInt64, _ order: ByteOrder) -> Double {
    Double(bitPattern: order == .little ? bits : bits.byteSwapped)
  }

  static func bits(_ number: Double, _ order: ByteOrder) -> UInt64 {
    order == .little ? number.bitPattern : number.bitPattern.byteSwapped
  }

  /// Appends a number as the format with this number shows it: days as 2001-12-31, no times of a day.
  ///
  /// Source: PSPP developers guide, System File Format, Variable Record.
  static func append(_ number: Double, format: Int, to text: inout [UInt8]) {
    guard number.isFinite, number > missing else { return }
    switch format {
    case 20, 22, 23, 24, 28, 29, 30, 38, 39, 41:
      // From 1582-10-14 on; 1601-01-01 is 6,654 days later.
      text.append(days: number / 86_400, after: -6654, or: number)
    case 21, 25, 26, 27, 40: break
    default: text.append(number: number)
    }
  }
}
