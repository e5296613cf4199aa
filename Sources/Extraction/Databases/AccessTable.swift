import CMDB

/// A table of an Access database, and the row that it stands at.
struct AccessTable: ~Copyable {
  struct Column {
    var name: [UInt8]
    var type: Int32
    var isText: Bool { type == Int32(MDB_TEXT) || type == Int32(MDB_MEMO) }
    fileprivate var column: UnsafeMutablePointer<MdbColumn>
    fileprivate var value: UnsafeMutablePointer<UInt8>
    fileprivate var byteCount: UnsafeMutablePointer<Int32>
  }

  /// Whole numbers of 8 bytes, which libmdb does not know.
  private static let bigInteger: Int32 = 0x14

  private static let columnLimit = 1024

  private let table: UnsafeMutablePointer<MdbTableDef>
  private let entry: AccessCatalogEntry
  private(set) var columns: [Column]

  /// `entry` belongs to a database that must live as long as the table.
  init?(_ entry: AccessCatalogEntry) {
    guard let table = mdb_read_table(entry.entry) else { return nil }
    guard let list = mdb_read_columns(table) else {
      mdb_free_tabledef(table)
      return nil
    }
    self.table = table
    self.entry = entry
    columns = []
    for index in 0..<min(Int(list.pointee.len), Self.columnLimit) {
      guard let item = list.pointee.pdata[index] else { continue }
      let column = item.assumingMemoryBound(to: MdbColumn.self)
      let value = UnsafeMutablePointer<UInt8>.allocate(
        capacity: AccessDatabase.valueByteLimit + 16)
      let byteCount = UnsafeMutablePointer<Int32>.allocate(capacity: 1)
      value.pointee = 0
      byteCount.pointee = 0
      if Self.isKnown(column.pointee.col_type) {
        column.pointee.bind_ptr = UnsafeMutableRawPointer(value)
        column.pointee.len_ptr = byteCount
      }
      columns.append(
        Column(
          name: Self.bytes(of: &column.pointee.name), type: column.pointee.col_type,
          column: column, value: value, byteCount: byteCount))
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

  /// How many rows there are, as the definition of the table says.
  var statedRowCount: Int { Int(table.pointee.num_rows) }

  /// Goes to the next row.
  func next() -> Bool {
    mdb_fetch_row(table) != 0
  }

  /// The bytes of the value in a column: of text in UTF-8, or of what points to long binary data.
  ///
  /// Nil where the column is of a type that is not known and has a value.
  func value(_ column: Int) -> [UInt8]? {
    let column = columns[column]
    guard Self.isKnown(column.type) else {
      guard column.column.pointee.cur_value_len > 0 else { return [] }
      guard column.type == Self.bigInteger, column.column.pointee.cur_value_len == 8 else {
        return nil
      }
      return bigInteger(at: column.column.pointee.cur_value_start)
    }
    let count = min(max(0, Int(column.byteCount.pointee)), AccessDatabase.valueByteLimit)
    return Array(UnsafeBufferPointer(start: column.value, count: count))
  }

  /// The value of a column of whole numbers.
  func number(_ column: Int) -> Int? {
    value(column).flatMap { Int(String(decoding: $0, as: UTF8.self)) }
  }

  /// The bytes of a C string that lies in an array.
  private static func bytes<Tuple>(of string: inout Tuple) -> [UInt8] {
    withUnsafeBytes(of: &string) { Array($0.prefix { $0 != 0 }) }
  }

  private func bigInteger(at start: Int32) -> [UInt8] {
    guard let database = table.pointee.entry?.pointee.mdb, (0...4088).contains(start) else {
      return []
    }
    var value: UInt64 = 0
    for index in 0..<8 {
      value |= UInt64(mdb_pg_get_byte(database, start + Int32(index))) << UInt64(8 * index)
    }
    return Array(String(Int64(bitPattern: value)).utf8)
  }

  /// Whether libmdb has values of a type as text.
  private static func isKnown(_ type: Int32) -> Bool {
    (1...12).contains(type) || (15...16).contains(type) || type == 18
  }
}
