extension [UInt8] {
  /// The bytes that digits to the base 16 write, in small letters.
  init(hex digits: String) {
    let values = digits.utf8.map { $0 < 0x40 ? $0 - 0x30 : $0 - 0x57 }
    self = stride(from: 0, to: values.count, by: 2).map { values[$0] << 4 | values[$0 + 1] }
  }
}
