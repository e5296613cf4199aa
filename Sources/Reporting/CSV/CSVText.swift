/// The rows of a CSV file (RFC 4180, lines end in CR LF).
package struct CSVText {
  private let separator: UInt8
  private let number: NumberText
  package private(set) var bytes: [UInt8] = []
  private var isFirstCell = true

  package init(_ dialect: ReportStyle.CSVDialect) {
    switch dialect {
    case .standard:
      separator = UInt8(ascii: ",")
      number = NumberText(.en)
    case .dutchExcel:
      separator = UInt8(ascii: ";")
      number = NumberText(.nl)
    }
  }

  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    isFirstCell = true
  }

  /// A cell of text, always quoted; empty for nil.
  package mutating func cell(_ text: String?) {
    separate()
    guard let text else { return }
    bytes.append(UInt8(ascii: "\""))
    for byte in Self.neutralised(text).utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// A cell with a whole number; empty for nil.
  package mutating func cell(_ count: Int?) {
    separate()
    if let count { bytes.append(contentsOf: String(count).utf8) }
  }

  /// A cell with a number of two decimals; empty for nil.
  package mutating func cell(_ value: Double?) {
    separate()
    if let value { bytes.append(contentsOf: number.decimal(value, places: 2).utf8) }
  }

  package mutating func endRow() {
    bytes.append(contentsOf: "\r\n".utf8)
    isFirstCell = true
  }

  /// The text with a `'` before it where a spreadsheet would take it for a formula.
  ///
  /// That is where it begins with `=`, `+`, `-`, `@` (also of full width), TAB or CR, or does so
  /// behind white space or characters that are not seen. Source: OWASP, CSV Injection.
  static func neutralised(_ text: String) -> String {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "=", "+", "-", "@", "\t", "\r", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}":
        return "'" + text
      case _ where scalar.properties.isWhitespace || scalar.isDeceptive: continue
      default: return text
      }
    }
    return text
  }

  private mutating func separate() {
    if !isFirstCell { bytes.append(separator) }
    isFirstCell = false
  }
}
