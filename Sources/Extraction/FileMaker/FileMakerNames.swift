/// The names of the tables and columns of a database of FileMaker Pro.
struct FileMakerNames {
  /// Files of early versions have one table, which has no name of its own.
  static let onlyTable = 0
  /// From this number on, first steps are tables.
  static let firstTable = 128

  /// By the number of the first step.
  private(set) var tables: [Int: [UInt8]] = [:]
  /// By that number and that of the column.
  private var columns: [Int: [Int: [UInt8]]] = [:]
  /// More columns are none.
  private static let mostColumns = 32_000

  init(_ file: FileMakerFile, in bytes: Span<UInt8>) {
    let text = FileMakerText(file.form)
    var values = FileMakerValues(file)
    while let code = values.next(in: bytes) {
      guard case .value(let key) = code.kind else { continue }
      let place = FileMakerPlace(values, in: bytes)
      switch place {
      case .tableDescription(let table) where key == 16:
        tables[table] = text.text(bytes.extracting(code.bytes))
      case .columnDescription(let table, let column)
      where key == (file.form == .early ? 1 : 16) && 1...Self.mostColumns ~= column:
        columns[table, default: [:]][column] = text.text(bytes.extracting(code.bytes))
      default: break
      }
    }
  }

  /// The names of the columns of a table by their number, from 1; empty where one has none.
  func columns(of table: Int) -> [[UInt8]] {
    guard let named = columns[table], let last = named.keys.max() else { return [] }
    return (1...last).map { named[$0] ?? [] }
  }
}
