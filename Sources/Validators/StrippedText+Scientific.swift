extension StrippedText {
  /// The digits of a whole number that a program wrote with an exponent: `1.23456782E8`, `1,1122233E+08`;
  /// nil for anything else, and where digits lack that are more than a zero at the end.
  init?(scientific text: Span<UInt8>) {
    guard text.count >= 8, text[0].isASCIIDigit,
      text[1] == UInt8(ascii: ".") || text[1] == UInt8(ascii: ",")
    else { return nil }
    var digits: [UInt8] = [text[0]]
    var index = 2
    while index < text.count, text[index].isASCIIDigit {
      digits.append(text[index])
      index += 1
    }
    guard index < text.count, text[index].asciiUppercased == UInt8(ascii: "E") else { return nil }
    index += 1
    if index < text.count, text[index] == UInt8(ascii: "+") { index += 1 }
    var exponent = 0
    guard (1...3).contains(text.count - index) else { return nil }
    for place in index..<text.count {
      guard text[place].isASCIIDigit else { return nil }
      exponent = exponent * 10 + text[place].digitValue
    }
    if digits.count == exponent { digits.append(UInt8(ascii: "0")) }
    guard digits.count == exponent + 1 else { return nil }
    self.init(digits.span)
  }
}
