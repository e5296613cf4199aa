/// Writes the dates of Excel 2003 the way that somebody who reads the sheet sees them.
enum WorkbookXMLDate {
  /// Reads `1992-02-24T13:05:00.000`; nil where that is no such date.
  ///
  /// A time alone stands on the last day of 1899.
  static func text(of value: [UInt8]) -> [UInt8]? {
    let digits = value.prefix(19)
    let template = Array("0000-00-00T00:00:00".utf8)
    guard digits.count == template.count,
      zip(digits, template).allSatisfy({ digit, place in
        place == UInt8(ascii: "0") ? (0x30...0x39).contains(digit) : digit == place
      })
    else { return nil }
    let (year, month, day) = (value[0..<4], value[5..<7], value[8..<10])
    let isMidnight = value[11..<19].elementsEqual("00:00:00".utf8)
    var text: [UInt8] = []
    if !year.elementsEqual("1899".utf8) {
      text += day + [UInt8(ascii: "-")] + month + [UInt8(ascii: "-")] + year
      if isMidnight { return text }
      text.append(0x20)
    }
    text += value[11..<16]
    if !value[17..<19].elementsEqual("00".utf8) { text += value[16..<19] }
    return text
  }
}
