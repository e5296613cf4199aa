/// A day of the Gregorian calendar, told by how far it is from 1 January 1970.
package struct CalendarDay: Hashable, Sendable {
  package let year: Int
  /// 1...12.
  package let month: Int
  package let day: Int

  /// The day so many days after 1970-01-01, or before it.
  ///
  /// Source: Howard Hinnant, chrono-compatible low-level date algorithms, civil_from_days.
  package init(daysFrom1970 days: Int) {
    // 0000-03-01 begins 400 years whose leap day is the last.
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
  }
}
