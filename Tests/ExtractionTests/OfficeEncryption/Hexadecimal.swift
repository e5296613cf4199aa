extension [UInt8] {
  /// The bytes as digits, two for each.
  var hexadecimal: String {
    map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// The bytes that are written as two digits each.
  init(hexadecimal text: String) {
    var digits = text.utf8.compactMap { UInt8(String(UnicodeScalar($0)), radix: 16) }[...]
    self = []
    while let high = digits.popFirst(), let low = digits.popFirst() { append(high << 4 | low) }
  }
}
