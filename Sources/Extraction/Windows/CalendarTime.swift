/// A second of the Gregorian calendar in UTC, written as 2001-12-31T23:59:59Z.
struct CalendarTime {
  let text: [UInt8]

  /// Of a time of Windows: units of 100 ns from 1601-01-01 on; nil where it is none that anybody has
  /// lived.
  init?(fileTime: UInt64) {
    guard let date = CalendarDate(fileTime: fileTime) else { return nil }
    let second = Int(fileTime / 10_000_000 % 86_400)
    let time = [second / 3600, second / 60 % 60, second % 60].map(CalendarDate.padded)
    text = Array("\(date)T\(time.joined(separator: ":"))Z".utf8)
  }

  /// Of a time of Windows in fields: year, month, day of the week, day, hour, minute, second, all of 2
  /// bytes.
  init?(systemTime bytes: Span<UInt8>) {
    guard bytes.count >= 14 else { return nil }
    let fields = stride(from: 0, to: 14, by: 2).map { Int(bytes.littleEndian16(at: $0)) }
    let date = [fields[1], fields[3]].map(CalendarDate.padded)
    let time = fields[4...].map(CalendarDate.padded)
    text = Array(
      "\(fields[0])-\(date.joined(separator: "-"))T\(time.joined(separator: ":"))Z".utf8)
  }
}
