/// Writes the numbers of cells the way that somebody who reads the sheet sees them.
struct CellNumber {
  /// Whether days count from 1 January 1904.
  var isFrom1904 = false

  /// The text of a number that is written as `raw` and shown in `format`.
  func text(of raw: Span<UInt8>, _ format: CellFormat) -> [UInt8]? {
    if format == .general, isPlain(raw) { return nil }
    guard let number = CellDecimal(raw) else { return nil }
    return text(of: number, format)
  }

  /// What else there is to be read of a number that is written as `raw` and shown as `text`, besides
  /// that: what is written, where other digits are shown; or what Excel shows of it.
  ///
  /// That a number is filled up with zeros or marks, stands without an exponent or is a date makes no
  /// other one: it would be found twice.
  func otherText(of raw: Span<UInt8>, shown text: Span<UInt8>, _ format: CellFormat) -> [UInt8]? {
    guard raw.count > 16, let number = CellDecimal(raw) else { return nil }
    switch format {
    case .date, .time, .dateTime: return nil
    case .padded where number.wholeDigits != nil: return nil
    case .padded, .general: break
    }
    guard let rounded = number.rounded else { return nil }
    guard text.count == rounded.count, text.indices.allSatisfy({ text[$0] == rounded[$0] }) else {
      return rounded
    }
    return raw.indices.map { raw[$0] }
  }

  func text(of number: CellDecimal, _ format: CellFormat) -> [UInt8]? {
    switch format {
    case .general: break
    case .padded(let template):
      if let digits = number.wholeDigits, !number.isNegative {
        return Self.padded(digits, template)
      }
    case .date, .time, .dateTime:
      if let text = date(of: number.value, format) { return text }
    }
    return number.plain
  }

  /// Whether the number already stands as it is read: 15 digits at most, no exponent.
  @inline(__always)
  private func isPlain(_ raw: Span<UInt8>) -> Bool {
    var hasPoint = false
    for index in raw.indices {
      switch raw[index] {
      case 0x30...0x39: continue
      case 0x2D where index == 0: continue
      case 0x2E where !hasPoint: hasPoint = true
      default: return false
      }
    }
    return !hasPoint || raw.count <= 16
  }

  /// Puts digits into the places of a template from the right; what is left over goes in front.
  private static func padded(_ digits: [UInt8], _ template: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    var rest = digits[...]
    let firstPlace = template.firstIndex(of: 0) ?? 0
    for index in template.indices.reversed() {
      guard template[index] == 0 else {
        text.append(template[index])
        continue
      }
      text.append(rest.popLast() ?? 0x30)
      if index == firstPlace {
        while let digit = rest.popLast() { text.append(digit) }
      }
    }
    text.reverse()
    return text
  }

  // MARK: Dates

  private func date(of serial: Double, _ format: CellFormat) -> [UInt8]? {
    guard serial >= 0, serial < 2_958_466 else { return nil }
    var day = Int(serial)
    var second = Int(((serial - Double(day)) * 86_400).rounded())
    if second >= 86_400 {
      day += 1
      second -= 86_400
    }
    var text: [UInt8] = []
    if format == .time {
      append(day * 24 + second / 3600, to: &text)
      appendMinutes(second, to: &text)
      return text
    }
    appendDate(ofDay: day, to: &text)
    if format == .dateTime {
      text.append(0x20)
      append(second / 3600, to: &text)
      appendMinutes(second, to: &text)
    }
    return text
  }

  private func appendMinutes(_ second: Int, to text: inout [UInt8]) {
    text.append(0x3A)
    append(second / 60 % 60, to: &text)
    if second % 60 != 0 {
      text.append(0x3A)
      append(second % 60, to: &text)
    }
  }

  private func appendDate(ofDay day: Int, to text: inout [UInt8]) {
    // 1900 has a 29 February there, with the number 60.
    if !isFrom1904, day == 60 { return text.append(contentsOf: "29-02-1900".utf8) }
    let dayFrom1970 = day - (isFrom1904 ? 24_107 : day < 60 ? 25_568 : 25_569)
    text.append(contentsOf: CalendarDate(daysFrom1970: dayFrom1970).dutch.utf8)
  }

  /// Two digits at least.
  private func append(_ number: Int, to text: inout [UInt8]) {
    if number < 10 { text.append(0x30) }
    text.append(contentsOf: String(number).utf8)
  }
}
