internal import ArgumentParser
internal import Glibc

/// A day as people type it: `2027-06-30`, on the clocks of this machine.
struct CalendarDay: ExpressibleByArgument {
  /// When it is over, in seconds since 1970.
  let end: Int64

  init?(argument: String) {
    let parts = argument.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2],
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let year = Int32(parts[0]), let month = Int32(parts[1]), let day = Int32(parts[2]),
      year >= 1970
    else { return nil }
    var date = tm()
    date.tm_year = year - 1900
    date.tm_mon = month - 1
    date.tm_mday = day
    date.tm_hour = 12
    date.tm_isdst = -1
    // Days that no calendar has, such as the 31st of June, come out as others.
    guard mktime(&date) != -1, date.tm_mon == month - 1, date.tm_mday == day else { return nil }
    date.tm_mday += 1
    date.tm_hour = 0
    date.tm_isdst = -1
    end = Int64(mktime(&date))
  }

  /// The day that is over at `end`.
  static func text(endingAt end: Int64) -> String {
    var moment = time_t(end - 1)
    var date = tm()
    guard localtime_r(&moment, &date) != nil else { return "" }
    let parts = [date.tm_year + 1900, date.tm_mon + 1, date.tm_mday]
    return parts.map { ($0 < 10 ? "0" : "") + String($0) }.joined(separator: "-")
  }
}
