import CMDB

/// An Access database that libmdb reads from memory.
struct AccessDatabase: ~Copyable {
  /// Values longer than this are cut off.
  static let valueByteLimit = 1 << 20

  let handle: UnsafeMutablePointer<MdbHandle>

  /// Opens the database whose bytes stay where they are as long as it is open.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard
      let handle = mdb_open_buffer(
        UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count, MDB_NOFLAGS)
    else { return nil }
    self.handle = handle
    mdb_set_bind_size(handle, Self.valueByteLimit)
    mdb_set_date_fmt(handle, "%d-%m-%Y %H:%M:%S")
    mdb_set_shortdate_fmt(handle, "%d-%m-%Y")
  }

  deinit {
    mdb_close(handle)
  }

  /// The tables that hold data of users, attached files and saved queries among them; nil where none can
  /// be read.
  ///
  /// The library's own way reads the properties of all objects too, and does not return from
  /// damaged ones.
  func tables(rowLimit: Int) -> [AccessCatalogEntry]? {
    let catalog = AccessCatalogEntry(name: Array("MSysObjects".utf8), page: 2, of: handle)
    guard let objects = AccessTable(catalog) else { return nil }
    let columns = ["Id", "Name", "Type"].map { name in
      objects.columns.firstIndex { $0.name == Array(name.utf8) }
    }
    guard let id = columns[0], let name = columns[1], let type = columns[2] else { return nil }
    var tables: [AccessCatalogEntry] = []
    var rowCount = 0
    while rowCount < rowLimit, objects.next() {
      rowCount += 1
      guard let kind = objects.number(type), kind & 0x7F == 1, let page = objects.number(id),
        let table = objects.value(name)
      else { continue }
      let entry = AccessCatalogEntry(name: table, page: page & 0x00FF_FFFF, of: handle)
      if !entry.isOfSystem || entry.isOfQueries { tables.append(entry) }
    }
    return rowCount == 0 ? nil : tables
  }

  /// The bytes of a value that is stored apart from its row, as its header in the row says.
  ///
  /// Nil where it is damaged. Source: mdbtools, HACKING, "LVAL (Long Value) Pages".
  func longValue(_ header: [UInt8], byteLimit: Int) -> [UInt8]? {
    guard header.count >= 12 else { return nil }
    let length = header.span.littleEndian32(at: 0)
    let byteCount = Int(length & 0x3FFF_FFFF)
    guard byteCount <= byteLimit else { return nil }
    if length & 0x8000_0000 != 0 { return Array(header.dropFirst(12).prefix(byteCount)) }
    let isChain = length & 0x4000_0000 == 0
    var place = header.span.littleEndian32(at: 4)
    var value: [UInt8] = []
    // Each part holds at least a byte.
    while value.count < byteCount {
      var start: UnsafeMutableRawPointer?
      var offset: Int32 = 0
      var count = 0
      guard mdb_find_pg_row(handle, Int32(bitPattern: place), &start, &offset, &count) == 0,
        let start, offset >= 0, offset <= 4096, count <= 4096 - Int(offset)
      else { return nil }
      let part = UnsafeRawBufferPointer(start: start + Int(offset), count: count)
      guard isChain else { return Array(part.prefix(byteCount)) }
      guard part.count > 4 else { return nil }
      value.append(contentsOf: part.dropFirst(4).prefix(byteCount - value.count))
      place = Array(part.prefix(4)).span.littleEndian32(at: 0)
      if place == 0 { break }
    }
    return value
  }
}
