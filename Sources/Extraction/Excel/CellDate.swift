/// Writes the dates and times of cells, which are days since a day and fractions of days.
enum CellDate {
  private static let secondsPerDay = 86_400
  /// The day behind 31 December 9999.
  private static let dayLimit = 2_958_466.0
  /// Days between the first days of the two ways of counting.
  private static let daysTo1904 = 1_462
  /// 30 December 1899, from which days count, in days before 1970.
  private static let epoch = -25_569

  /// Appends the date as dd-mm-yyyy, the time as hh:mm:ss; false, and nothing, where the number is
  /// no date.
  static func append(
    _ value: Double, _ format: NumberFormat, is1904: Bool, to text: inout [UInt8]
  ) -> Bool {
    guard value >= 0, value < dayLimit else { return false }
    let total = Int((value * Double(secondsPerDay)).rounded())
    if format == .time {
      appendTime(total, to: &text)
      return true
    }
    let day = total / secondsPerDay + (is1904 ? daysTo1904 : 0)
    let second = total % secondsPerDay
    guard day > 0 else {
      guard format == .dateAndTime else { return false }
      appendTime(second, to: &text)
      return true
    }
    appendDate(day, to: &text)
    if format == .dateAndTime {
      text.append(UInt8(ascii: " "))
      appendTime(second, to: &text)
    }
    return true
  }

  private static func appendTime(_ seconds: Int, to text: inout [UInt8]) {
    append(seconds / 3600, byteCount: 2, to: &text)
    text.append(UInt8(ascii: ":"))
    append(seconds / 60 % 60, byteCount: 2, to: &text)
    guard seconds % 60 != 0 else { return }
    text.append(UInt8(ascii: ":"))
    append(seconds % 60, byteCount: 2, to: &text)
  }

  /// Day 60 is 29 February 1900, which never was.
  private static func appendDate(_ day: Int, to text: inout [UInt8]) {
    guard day != 60 else { return text.append(contentsOf: "29-02-1900".utf8) }
    let days = epoch + day + (day < 60 ? 1 : 0)
    // Years from March on, in eras of 400 of them.
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    append(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1, byteCount: 2, to: &text)
    text.append(UInt8(ascii: "-"))
    append(month, byteCount: 2, to: &text)
    text.append(UInt8(ascii: "-"))
    append(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), byteCount: 4, to: &text)
  }

  private static func append(_ number: Int, byteCount: Int, to text: inout [UInt8]) {
    let digits = number.description.utf8
    if digits.count < byteCount {
      text.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: byteCount - digits.count))
    }
    text.append(contentsOf: digits)
  }
}
