/// Writes numbers for people: `1.234,5` in Dutch, `1,234.5` in English.
package struct NumberText {
  package let language: ReportLanguage

  package init(_ language: ReportLanguage) {
    self.language = language
  }

  /// The number with a mark between thousands.
  package func grouped(_ number: Int) -> String {
    let digits = Array(String(number.magnitude).utf8)
    var text = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text += groupMark }
      text.unicodeScalars.append(Unicode.Scalar(digit))
    }
    return text
  }

  /// The number rounded to `places` decimals, without a mark between thousands.
  package func decimal(_ number: Double, places: Int) -> String {
    let unit = (0..<places).reduce(1) { power, _ in power * 10 }
    let scaled = Int((number.magnitude * Double(unit)).rounded())
    let sign = number < 0 && scaled > 0 ? "-" : ""
    guard places > 0 else { return sign + String(scaled) }
    let fraction = String(scaled % unit)
    let zeros = String(repeating: "0", count: places - fraction.utf8.count)
    return "\(sign)\(scaled / unit)\(decimalMark)\(zeros)\(fraction)"
  }

  /// `999 B`, `1,2 kB`, `48,2 GB`, `482 GB`: a kilobyte is 1,000 bytes.
  package func byteCount(_ count: Int) -> String {
    guard count >= 1000 else { return "\(count) B" }
    var size = Double(count)
    var unit = ""
    for next in ["kB", "MB", "GB", "TB", "PB", "EB"] {
      size /= 1000
      unit = next
      if size < 999.5 { break }
    }
    return decimal(size, places: size < 99.95 ? 1 : 0) + " " + unit
  }

  /// `0,4 s`, `12 s`, `3 min 12 s`, `2 u 05 min`.
  package func duration(_ seconds: Double) -> String {
    guard seconds.isFinite, seconds >= 0, seconds < 1e12 else { return "–" }
    if seconds < 9.95 { return decimal(seconds, places: 1) + " s" }
    let whole = Int(seconds.rounded())
    if whole < 60 { return "\(whole) s" }
    if whole < 3600 { return "\(whole / 60) min \(twoDigits(whole % 60)) s" }
    let hour = Phrase("u", "h")[language]
    return "\(grouped(whole / 3600)) \(hour) \(twoDigits(whole / 60 % 60)) min"
  }

  private func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }

  private var groupMark: String { Phrase(".", ",")[language] }
  private var decimalMark: String { Phrase(",", ".")[language] }
}
