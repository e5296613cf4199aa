internal import Glibc
internal import ScanModel

/// A moment on the calendar (Gregorian, without leap seconds) at a distance from UTC.
package struct Timestamp {
  let year: Int
  /// 1...12.
  let month: Int
  let day: Int
  let hour: Int
  let minute: Int
  let second: Int
  /// Minutes ahead of UTC.
  let offset: Int

  /// The moment `seconds` since 1970 as clocks show it that are `offset` minutes ahead of UTC.
  package init(_ seconds: Int64, offset: Int = 0) {
    let local = Int(seconds) + offset * 60
    let days = Int((Double(local) / 86_400).rounded(.down))
    let rest = local - days * 86_400
    let calendar = CalendarDay(daysFrom1970: days)
    (year, month, day) = (calendar.year, calendar.month, calendar.day)
    hour = rest / 3600
    minute = rest / 60 % 60
    second = rest % 60
    self.offset = offset
  }

  /// The moment as clocks of this machine show it.
  package init(localTimeOf seconds: Int64) {
    var moment = time_t(seconds)
    var parts = tm()
    let offset = localtime_r(&moment, &parts) == nil ? 0 : parts.tm_gmtoff / 60
    self.init(seconds, offset: offset)
  }

  /// `2026-05-06T14:03:09+02:00`, with `Z` for UTC itself.
  package var iso8601: String {
    "\(date)T\(two(hour)):\(two(minute)):\(two(second))" + (offset == 0 ? "Z" : zone)
  }

  /// `2026-05-06 14:03`: for columns.
  package var short: String { "\(date) \(two(hour)):\(two(minute))" }

  /// `6 mei 2026, 14:03 (UTC+02:00)`.
  package func text(in language: ReportLanguage) -> String {
    let name = Self.months[month - 1][language]
    return "\(day) \(name) \(year), \(two(hour)):\(two(minute)) (UTC\(offset == 0 ? "" : zone))"
  }

  private var date: String {
    let digits = String(year)
    let zeros = String(repeating: "0", count: max(0, 4 - digits.utf8.count))
    return "\(zeros)\(digits)-\(two(month))-\(two(day))"
  }

  private var zone: String {
    "\(offset < 0 ? "-" : "+")\(two(abs(offset) / 60)):\(two(abs(offset) % 60))"
  }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static let months = [
    Phrase("januari", "January"), Phrase("februari", "February"), Phrase("maart", "March"),
    Phrase("april", "April"), Phrase("mei", "May"), Phrase("juni", "June"),
    Phrase("juli", "July"), Phrase("augustus", "August"), Phrase("september", "September"),
    Phrase("oktober", "October"), Phrase("november", "November"),
    Phrase("december", "December"),
  ]
}
