/// Writes the numbers of cells the way that somebody who reads the sheet sees them.
struct CellNumber {
  /// Whether days count from 1 January 1904.
  var isFrom1904 = false

  /// The text of a number that is written as `raw` and shown in `format`; nil where `raw` is that.
  func text(of raw: Span<UInt8>, _ format: CellFormat) -> [UInt8]? {
    guard !isShown(raw, format), let number = CellDecimal(raw) else { return nil }
    return text(of: number, format)
  }

  /// Whether a number that is written as `raw` is also shown so, as far as that matters.
  @inline(__always)
  func isShown(_ raw: Span<UInt8>, _ format: CellFormat) -> Bool {
    format == .general && isPlain(raw)
  }

  /// What else there is to be read of a number that is shown as `text`: its own digits, where others
  /// are shown, or what Excel shows of it; the time that a date has.
  ///
  /// That a number is filled up with zeros or marks or stands without an exponent makes no other one: it
  /// would be found twice. The number of a day stands behind a sign that no number goes over.
  func otherText(of number: CellDecimal, shown text: [UInt8], _ format: CellFormat) -> [UInt8]? {
    switch format {
    case .date, .time, .dateTime:
      guard let moment = moment(of: number.value, format) else { break }
      let hidden = format == .date && moment.millisecond != 0 ? time(of: moment) + [0x20] : []
      return number.digits.map { hidden + Array("= ".utf8) + $0 }
    case .padded where number.wholeDigits != nil: return nil
    case .padded, .general: break
    }
    guard let rounded = number.rounded else { return number.scientific }
    return text == rounded ? number.digits : rounded
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

  /// A day, as the workbook counts them, and what has passed of it.
  private struct Moment {
    var day: Int
    var millisecond: Int
  }

  /// The moment that a number stands for, from 1601 to 9999; only LibreOffice knows those before 1900.
  private func moment(of serial: Double, _ format: CellFormat) -> Moment? {
    guard serial >= (format == .time ? 0 : -109_205), serial < 2_958_466 else { return nil }
    let day = Int(serial.rounded(.down))
    let millisecond = Int(((serial - Double(day)) * 86_400_000).rounded())
    return millisecond < 86_400_000
      ? Moment(day: day, millisecond: millisecond) : Moment(day: day + 1, millisecond: 0)
  }

  private func date(of serial: Double, _ format: CellFormat) -> [UInt8]? {
    guard let moment = moment(of: serial, format) else { return nil }
    guard format != .time else {
      // Hours of several days, as a sum of them has.
      return time(of: Moment(day: 0, millisecond: moment.day * 86_400_000 + moment.millisecond))
    }
    var text: [UInt8] = []
    appendDate(ofDay: moment.day, to: &text)
    if format == .dateTime { text += [0x20] + time(of: moment) }
    return text
  }

  /// `13:05`, with seconds and their six decimals where there are any.
  private func time(of moment: Moment) -> [UInt8] {
    var text: [UInt8] = []
    let (second, millisecond) = moment.millisecond.quotientAndRemainder(dividingBy: 1000)
    append(second / 3600, to: &text)
    text.append(0x3A)
    append(second / 60 % 60, to: &text)
    guard second % 60 != 0 || millisecond != 0 else { return text }
    text.append(0x3A)
    append(second % 60, to: &text)
    guard millisecond != 0 else { return text }
    text.append(0x2E)
    text.append(contentsOf: String(1_000_000 + millisecond * 1000).utf8.dropFirst())
    return text
  }

  private func appendDate(ofDay day: Int, to text: inout [UInt8]) {
    // 1900 has a 29 February there, with the number 60.
    if !isFrom1904, day == 60 { return text.append(contentsOf: "29-02-1900".utf8) }
    let dayFrom1970 = day - (isFrom1904 ? 24_107 : 0..<60 ~= day ? 25_568 : 25_569)
    text.append(contentsOf: CalendarDate(daysFrom1970: dayFrom1970).dutch.utf8)
  }

  /// Two digits at least.
  private func append(_ number: Int, to text: inout [UInt8]) {
    if number < 10 { text.append(0x30) }
    text.append(contentsOf: String(number).utf8)
  }
}
