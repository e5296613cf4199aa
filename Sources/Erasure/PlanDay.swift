internal import Glibc

/// A day in the calendar as people write it: `2027-06-30`.
package struct PlanDay: Hashable, Sendable, Comparable {
  package let year: Int
  package let month: Int
  package let day: Int

  /// nil for what no calendar has.
  package init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2],
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      (1...12).contains(month), day >= 1, day <= Self.dayCount(of: month, in: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day that clocks of this machine show, `seconds` after 1970.
  package init(at seconds: Int64) {
    var moment = time_t(seconds)
    var date = tm()
    localtime_r(&moment, &date)
    year = Int(date.tm_year) + 1900
    month = Int(date.tm_mon) + 1
    day = Int(date.tm_mday)
  }

  package var text: String {
    [year, month, day].map { ($0 < 10 ? "0" : "") + String($0) }.joined(separator: "-")
  }

  package static func < (left: PlanDay, right: PlanDay) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  private static func dayCount(of month: Int, in year: Int) -> Int {
    switch month {
    case 2:
      year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
