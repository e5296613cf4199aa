/// A day of the Gregorian calendar.
struct CivilDate {
  let day: Int
  let month: Int
  let year: Int

  /// The day `days` after 1 January 1601; nil beyond the year 9999.
  init?(daysSince1601 days: Int) {
    guard (0...3_067_670).contains(days) else { return nil }
    // Counted from 1 March 1600, so that a leap day ends its year.
    let shifted = days + 306
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = 1600 + 400 * era + yearOfEra + (month <= 2 ? 1 : 0)
  }

  /// The date as dd-mm-yyyy.
  var text: [UInt8] {
    var text: [UInt8] = []
    text.append(digits: day, width: 2)
    text.append(UInt8(ascii: "-"))
    text.append(digits: month, width: 2)
    text.append(UInt8(ascii: "-"))
    text.append(digits: year, width: 4)
    return text
  }
}

extension [UInt8] {
  /// Appends a number in at least `width` digits.
  mutating func append(digits number: Int, width: Int) {
    let digits = Array(String(number).utf8)
    append(contentsOf: repeatElement(0x30, count: Swift.max(0, width - digits.count)))
    append(contentsOf: digits)
  }
}
