import ScanModel

/// A day of the Gregorian calendar, written as 2001-12-31.
struct CalendarDate: Hashable, CustomStringConvertible {
  let year: Int
  let month: Int
  let day: Int

  /// The day so many days after 1970-01-01, or before it.
  init(daysFrom1970 days: Int) {
    let calendar = CalendarDay(daysFrom1970: days)
    (year, month, day) = (calendar.year, calendar.month, calendar.day)
  }

  /// How many days after 1601-01-01 a year begins.
  static let daysTo1960 = 131_121
  static let daysTo1970 = 134_774

  /// The day so many days after 1601-01-01; nil before that and beyond the year 9999.
  init?(daysFrom1601 days: Int) {
    guard (0...3_067_670).contains(days) else { return nil }
    self.init(daysFrom1970: days - Self.daysTo1970)
  }

  /// The day of a time of Windows: units of 100 ns from 1601-01-01 on; nil where it is none that
  /// anybody has lived.
  init?(fileTime: UInt64) {
    let days = Int(fileTime / 864_000_000_000)
    guard days > 0, days < 1_000_000 else { return nil }
    self.init(daysFrom1601: days)
  }

  /// The day of a time of Apple: seconds from 2001-01-01 on, or before it; nil beyond ten million
  /// days.
  init?(secondsFrom2001 seconds: Double) {
    let days = (seconds / 86_400).rounded(.down)
    guard abs(days) < 1e7 else { return nil }
    self.init(daysFrom1970: 11_323 + Int(days))
  }

  var description: String { "\(year)-\(Self.padded(month))-\(Self.padded(day))" }

  /// As people in the Netherlands write it: 31-12-2001.
  var dutch: String { "\(Self.padded(day))-\(Self.padded(month))-\(year)" }

  /// A number with two digits at least.
  static func padded(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}

extension [UInt8] {
  /// Appends the day in which a time of `days` lies, as 2001-12-31, counted from so many days after
  /// 1601-01-01; `number` where that is no day.
  mutating func append(days: Double, after first: Int, or number: Double) {
    let day = days.rounded(.down) + Double(first)
    guard day.magnitude < 1e7, let date = CalendarDate(daysFrom1601: Int(day)) else {
      return append(number: number)
    }
    self += Array(date.description.utf8)
  }
}
