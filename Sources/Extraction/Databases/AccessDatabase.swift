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

  /// The tables that hold data of users, attached files among them; nil where none can be read.
  func tables() -> [UnsafeMutablePointer<MdbCatalogEntry>]? {
    guard let catalog = mdb_read_catalog(handle, Int32(MDB_TABLE)) else { return nil }
    var tables: [UnsafeMutablePointer<MdbCatalogEntry>] = []
    for index in 0..<Int(catalog.pointee.len) {
      guard let entry = catalog.pointee.pdata[index] else { continue }
      let table = entry.assumingMemoryBound(to: MdbCatalogEntry.self)
      if !Self.name(of: table).starts(with: Array("MSys".utf8)) { tables.append(table) }
    }
    return tables
  }

  static func name(of table: UnsafeMutablePointer<MdbCatalogEntry>) -> [UInt8] {
    bytes(of: &table.pointee.object_name)
  }

  /// The bytes of a C string that lies in an array.
  static func bytes<Tuple>(of string: inout Tuple) -> [UInt8] {
    withUnsafeBytes(of: &string) { Array($0.prefix { $0 != 0 }) }
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
