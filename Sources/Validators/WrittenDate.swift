internal import ScanModel

/// A date as people and exports write it, before the calendar is asked.
///
/// 03-03-1978, 3/3/78, 3.3.1978, 1978-03-03, 19780303, 03031978, 3 maart 1978, 3e mrt '78,
/// 26 MAA/MAR 2012 (passports), March 3rd, 1978, 0 3 0 3 1 9 7 8 (boxes of a form), 030378, 780303,
/// 28552 (the day of a spreadsheet), and 1978 alone; any of them over a line end, perhaps with the `>` of
/// quoted mail behind it. A year of two digits lies in the century that ends with `latestTwoDigitYear`.
struct WrittenDate {
  /// Younger years of two digits belong to the century before: 26 is 2026, 27 is 1927.
  static let latestTwoDigitYear = 26

  let year: Int
  /// 1...12, or what was written; 0 for unknown.
  let month: Int
  /// 1...31, or what was written; 0 for unknown.
  let day: Int

  init?(_ text: Span<UInt8>) {
    guard let tokens = DateTokens(text), tokens.count > 0 else { return nil }
    switch (tokens.count, tokens[0].kind) {
    case (1, .number): self.init(alone: tokens[0])
    case (3, .number) where tokens[1].kind == .month:
      self.init(day: tokens[0], month: tokens[1], year: tokens[2])
    case (3, .number) where tokens[2].kind == .number:
      self.init(tokens[0], tokens[1], tokens[2])
    case (3, .month) where tokens[1].kind == .number:
      self.init(day: tokens[1], month: tokens[0], year: tokens[2])
    default: return nil
    }
  }

  /// Eight digits, year or day first, the latter perhaps without its zero; six, day first where that
  /// can be; the five of a spreadsheet; or a year.
  private init?(alone token: DateTokens.Token) {
    let value = token.value
    switch token.length {
    case 4:
      self.init(year: value, month: 0, day: 0)
    case 5:
      self.init(spreadsheetDay: value)
    case 6:
      let isDayFirst = 1...31 ~= value / 10_000 && 1...12 ~= value / 100 % 100
      let year = Self.year(ofTwoDigits: isDayFirst ? value % 100 : value / 10_000)
      self.init(
        year: year, month: value / 100 % 100, day: isDayFirst ? value / 10_000 : value % 100)
    case 8 where (1800..<2100).contains(value / 10_000):
      self.init(year: value / 10_000, month: value / 100 % 100, day: value % 100)
    case 7, 8:
      self.init(year: value % 10_000, month: value / 10_000 % 100, day: value / 1_000_000)
    default:
      return nil
    }
  }

  /// Three numbers, of which the first is a year where it has four digits.
  private init?(
    _ first: DateTokens.Token, _ second: DateTokens.Token, _ third: DateTokens.Token
  ) {
    guard second.length <= 2 else { return nil }
    if first.length == 4, third.length <= 2 {
      self.init(year: first.value, month: second.value, day: third.value)
    } else {
      self.init(day: first, month: second, year: third)
    }
  }

  private init?(day: DateTokens.Token, month: DateTokens.Token, year: DateTokens.Token) {
    guard day.kind == .number, day.length <= 2, year.kind == .number else { return nil }
    switch year.length {
    case 4:
      self.init(year: year.value, month: month.value, day: day.value)
    case 2:
      let year = Self.year(ofTwoDigits: year.value)
      self.init(year: year, month: month.value, day: day.value)
    default:
      return nil
    }
  }

  /// A day as spreadsheets count them: 61 is 1 March 1900.
  private init(spreadsheetDay count: Int) {
    let calendar = CalendarDay(daysFrom1970: count - 25_569)
    self.init(year: calendar.year, month: calendar.month, day: calendar.day)
  }

  private static func year(ofTwoDigits value: Int) -> Int {
    (value <= latestTwoDigitYear ? 2000 : 1900) + value
  }

  private init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }
}

extension WrittenDate {
  /// Whether the calendar knows the day.
  var isOnCalendar: Bool {
    (1...12).contains(month) && day >= 1 && day <= dayCount
  }

  /// Whether the calendar knows the day, or the day, or day and month, are unknown: written 00, as
  /// the population register does.
  var isOnCalendarOrPartlyUnknown: Bool {
    isOnCalendar || (day == 0 && (0...12).contains(month))
  }

  /// `yyyy-mm-dd`, with 00 for what is unknown.
  var isoBytes: [UInt8] {
    var bytes: [UInt8] = []
    for (value, length) in [(year, 4), (month, 2), (day, 2)] {
      if !bytes.isEmpty { bytes.append(UInt8(ascii: "-")) }
      let digits = String(value)
      bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: length - digits.utf8.count))
      bytes.append(contentsOf: digits.utf8)
    }
    return bytes
  }

  private var dayCount: Int {
    switch month {
    case 4, 6, 9, 11: return 30
    case 2:
      let isLeap =
        year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
      return isLeap ? 29 : 28
    default: return 31
    }
  }
}
