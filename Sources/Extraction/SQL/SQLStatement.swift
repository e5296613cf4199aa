import ScanModel

/// What the reader knows of the statement that it is in.
struct SQLStatement {
  enum Stage {
    /// Before the word TABLE.
    case kind
    /// Before the name of the table, or behind it.
    case table
    /// In the list of columns.
    case columns
    case rest
  }

  static let columnLimit = 65_536

  var stage = Stage.table
  /// How many parentheses are open.
  var depth = 0
  /// The last part of the table's name.
  var table: [UInt8] = []
  /// The labels of the columns, in the order of the values; `columnLimit` at most.
  var columns: [Int32] = []
  /// The last name seen: of a column, for what follows it.
  var name: [UInt8] = []
  /// Whether an item of the list of columns begins here.
  var isAtItemStart = false
  /// Whether rows come from the standard input, which in a dump is the text behind the statement.
  var isFromInput = false
  /// The number of the current value, from 1.
  var column = 0

  /// The number of the item in a list behind SELECT, from 1; 0 outside such a list.
  var item = 0
  /// How many parentheses were open where the list behind SELECT began.
  var itemDepth = 0
  /// Whether another SELECT of the same rows is to come.
  var isUnion = false

  /// The column that the current item of a SELECT fills, behind INSERT.
  var itemLabel: Int32 {
    itemDepth == 0 && item > 0 && item <= columns.count ? columns[item - 1] : TextLayout.noLabel
  }

  /// The label of the current value of a row.
  var columnLabel: Int32 {
    column <= columns.count && column > 0 ? columns[column - 1] : TextLayout.noLabel
  }

  /// Begins a list of items, unless it stands within an item of another one.
  mutating func beginSelect() {
    guard item == 0 || depth <= itemDepth else { return }
    item = 1
    itemDepth = depth
  }

  mutating func addColumn(_ label: Int32) {
    if columns.count < Self.columnLimit { columns.append(label) }
  }
}
