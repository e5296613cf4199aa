import CMDB

/// A table of an Access database, and the row that it stands at.
struct AccessTable: ~Copyable {
  struct Column {
    var name: [UInt8]
    var type: Int32
    var value: UnsafeMutablePointer<UInt8>
    var byteCount: UnsafeMutablePointer<Int32>
  }

  private static let columnLimit = 1024

  private let table: UnsafeMutablePointer<MdbTableDef>
  private(set) var columns: [Column]

  /// `entry` belongs to a database that must live as long as the table.
  init?(_ entry: UnsafeMutablePointer<MdbCatalogEntry>) {
    guard let table = mdb_read_table(entry) else { return nil }
    guard let list = mdb_read_columns(table) else {
      mdb_free_tabledef(table)
      return nil
    }
    self.table = table
    columns = []
    for index in 0..<min(Int(list.pointee.len), Self.columnLimit) {
      guard let item = list.pointee.pdata[index] else { continue }
      let column = item.assumingMemoryBound(to: MdbColumn.self)
      let value = UnsafeMutablePointer<UInt8>.allocate(
        capacity: AccessDatabase.valueByteLimit + 16)
      let byteCount = UnsafeMutablePointer<Int32>.allocate(capacity: 1)
      value.pointee = 0
      byteCount.pointee = 0
      column.pointee.bind_ptr = UnsafeMutableRawPointer(value)
      column.pointee.len_ptr = byteCount
      columns.append(
        Column(
          name: AccessDatabase.bytes(of: &column.pointee.name), type: column.pointee.col_type,
          value: value, byteCount: byteCount))
    }
    mdb_rewind_table(table)
  }

  deinit {
    mdb_free_tabledef(table)
    for column in columns {
      column.value.deallocate()
      column.byteCount.deallocate()
    }
  }

  /// Goes to the next row.
  func next() -> Bool {
    mdb_fetch_row(table) != 0
  }

  /// The bytes of the value in a column: of text in UTF-8, or of what points to long binary data.
  func value(_ column: Int) -> [UInt8] {
    let count = min(max(0, Int(columns[column].byteCount.pointee)), AccessDatabase.valueByteLimit)
    return Array(UnsafeBufferPointer(start: columns[column].value, count: count))
  }
}
