/// The numbers of a data file of SAS, and what is shown of them.
enum SASNumber {
  /// What a number counts from 1960-01-01 on.
  enum Unit {
    case days, seconds
    /// A time of a day, which is not shown.
    case time
  }

  /// The number in `range`, which may be the first bytes of one only.
  ///
  /// Source: SAS, Numeric precision: the bytes that say least are left out.
  static func double(_ bytes: Span<UInt8>, _ range: Range<Int>, _ order: ByteOrder) -> Double? {
    guard (2...8).contains(range.count) else { return nil }
    var bits: UInt64 = 0
    for offset in 0..<range.count {
      let index = order == .big ? range.lowerBound + offset : range.upperBound - 1 - offset
      bits = bits << 8 | UInt64(bytes[index])
    }
    let number = Double(bitPattern: bits << UInt64(8 * (8 - range.count)))
    return number.isFinite ? number : nil
  }

  /// What numbers of this format are; nil for plain ones.
  ///
  /// Source: SAS Formats and Informats: Reference, date, datetime and time formats.
  static func unit(ofFormat format: [UInt8]) -> Unit? {
    let name = String(decoding: format.prefix { !($0 &- 0x30 < 10) }, as: UTF8.self)
    for (unit, names) in units where names.contains(where: name.hasPrefix) { return unit }
    // `E8601DA`, `B8601DT` and the like have digits before the letters that count.
    guard format.starts(with: "E8601".utf8) || format.starts(with: "B8601".utf8) else { return nil }
    return switch String(decoding: format.dropFirst(5).prefix(2), as: UTF8.self) {
    case "DA": .days
    case "DT", "DN", "DX", "DZ": .seconds
    default: .time
    }
  }

  /// Longer names that others begin with come first.
  private static let units: [(Unit, [String])] = [
    (
      .seconds,
      [
        "DATETIME", "DATEAMPM", "DTDATE", "DTMON", "DTYEAR", "DTWKDATX", "NLDATM", "MDYAMPM",
        "EURDFDT",
      ]
    ),
    (
      .days,
      [
        "DATE", "DDMMYY", "MMDDYY", "YYMMDD", "YYMM", "MMYY", "MONYY", "YYMON", "WORDDAT",
        "WEEKDAT", "JULIAN", "JULDAY", "DAY", "NLDATE", "EURDF", "YYQ", "YEAR", "MONNAME",
      ]
    ),
    (.time, ["TIME", "HHMM", "HOUR", "MMSS", "TOD", "NLTIM"]),
  ]

  /// Appends a number; days as 2001-12-31, no times of a day.
  static func append(_ number: Double, _ unit: Unit?, to text: inout [UInt8]) {
    switch unit {
    case .days: text.append(days: number, after: CalendarDate.daysTo1960, or: number)
    case .seconds: text.append(days: number / 86_400, after: CalendarDate.daysTo1960, or: number)
    case .time: break
    case nil: text.append(number: number)
    }
  }
}
