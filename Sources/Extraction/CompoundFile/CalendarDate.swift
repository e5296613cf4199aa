/// A day of the Gregorian calendar, written as 2001-12-31.
struct CalendarDate: Hashable, CustomStringConvertible {
  let year: Int
  let month: Int
  let day: Int

  /// The day of a time of Windows: units of 100 ns from 1601-01-01 on; nil before that and far
  /// behind it.
  init?(fileTime: UInt64) {
    let days = Int(fileTime / 864_000_000_000)
    guard days > 0, days < 1_000_000 else { return nil }
    self.init(daysFrom1601: days)
  }

  private init(daysFrom1601 days: Int) {
    // 1600-03-01 begins 400 years whose leap day is the last; 306 days before 1601-01-01.
    let shifted = days + 306
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    year = 1600 + era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
  }

  var description: String {
    let monthText = month < 10 ? "0\(month)" : "\(month)"
    let dayText = day < 10 ? "0\(day)" : "\(day)"
    return "\(year)-\(monthText)-\(dayText)"
  }
}
