internal import ScanModel

/// The ways in which a birth date is written in Dutch texts, lists and exports; never month first.
struct DateVariants {
  let list: [SubjectVariant]

  init(_ date: SubjectCard.CalendarDay) {
    let year = Self.digits(date.year, 4)
    let shortYear = Self.digits(date.year % 100, 2)
    let month = Self.digits(date.month, 2)
    let day = Self.digits(date.day, 2)
    // Day, month and year may be columns of their own.
    let spread = [
      "\(day)-\(month)-\(year)", "\(date.day)-\(date.month)-\(year)",
      "\(year)-\(month)-\(day)", "\(year)-\(date.month)-\(date.day)",
    ]
    var texts = [
      "\(year)\(month)\(day)", "\(day)\(month)\(year)",
      // The zero in front lost, as a spreadsheet does.
      "\(date.day)\(month)\(year)",
      "\(day)-\(month)-\(shortYear)", "\(date.day)-\(date.month)-\(shortYear)",
    ]
    let names = Self.months.indices.contains(date.month) ? Self.months[date.month] : []
    for name in names {
      texts.append("\(date.day) \(name) \(year)")
      if date.day < 10 { texts.append("\(day) \(name) \(year)") }
    }
    for name in names.prefix(2) {
      texts.append("\(date.day) \(name) \(shortYear)")
      if date.day < 10 { texts.append("\(day) \(name) \(shortYear)") }
    }
    list =
      spread.map { SubjectVariant(.birthDate, $0, gaps: .acrossFields) }
      + texts.map { SubjectVariant(.birthDate, $0, gaps: .whereWritten) }
  }

  static func digits(_ number: Int, _ count: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
  }

  /// By the number of the month: its name, its short form, others that are in use, English.
  private static let months: [[String]] = [
    [], ["januari", "jan", "january"], ["februari", "feb", "febr", "february"],
    ["maart", "mrt", "march", "mar"], ["april", "apr"], ["mei", "may"], ["juni", "jun", "june"],
    ["juli", "jul", "july"], ["augustus", "aug", "august"],
    ["september", "sep", "sept"], ["oktober", "okt", "oct", "october"], ["november", "nov"],
    ["december", "dec"],
  ]
}
