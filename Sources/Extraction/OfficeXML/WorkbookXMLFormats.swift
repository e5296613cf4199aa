/// The styles of a workbook of Excel 2003 that say with how many digits a number is shown.
struct WorkbookXMLFormats {
  private static let countLimit = 10_000

  private(set) var styles = CellStyles()
  private var numbers: [[UInt8]: Int] = [:]
  private var id: [UInt8] = []

  /// The number of a style among `styles`; one that it has none for changes nothing.
  func number(of id: [UInt8]) -> Int { numbers[id] ?? -1 }

  mutating func begin(_ element: XMLElement, in bytes: Span<UInt8>) {
    if element.name == .style { return id = element.value(of: .upperID, in: bytes) ?? [] }
    guard let code = element.value(of: .format, in: bytes), numbers.count < Self.countLimit,
      id.count <= 256
    else { return }
    // Dates are written as such, so that only the zeros in front of a number are of interest.
    guard case .padded = CellFormat(code: code) else { return }
    styles.addFormat(numbers.count, code: code)
    styles.addStyle(formatNumber: numbers.count)
    numbers[id] = numbers.count
  }
}
