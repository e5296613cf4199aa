/// The columns of the tables that a dump creates, as labels.
struct SQLTables {
  /// More columns are not remembered, of all tables together.
  private static let columnLimit = 65_536

  private var columns: [[UInt8]: [Int32]] = [:]
  private var columnCount = 0

  /// The labels of the columns of a table; none where it is not known.
  ///
  /// Names are compared without regard to the case of ASCII letters.
  subscript(table: [UInt8]) -> [Int32] {
    columns[folded(table)] ?? []
  }

  mutating func add(_ table: [UInt8], columns labels: [Int32]) {
    guard columnCount + labels.count < Self.columnLimit else { return }
    columnCount += labels.count + 1
    columns[folded(table)] = labels
  }

  private func folded(_ name: [UInt8]) -> [UInt8] {
    name.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
  }
}
