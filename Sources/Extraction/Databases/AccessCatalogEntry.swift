import CMDB

/// A table of an Access database as its catalog has it.
final class AccessCatalogEntry {
  let name: [UInt8]
  /// Whether Access itself keeps it: names of its own objects, numbers and marks.
  var isOfSystem: Bool { name.starts(with: Array("MSys".utf8)) }
  /// Whether it holds the queries that users saved.
  var isOfQueries: Bool { name == Array("MSysQueries".utf8) }
  let entry: UnsafeMutablePointer<MdbCatalogEntry>

  /// `page` is where the definition of the table begins.
  init(name: [UInt8], page: Int, of database: UnsafeMutablePointer<MdbHandle>) {
    self.name = name
    entry = UnsafeMutablePointer<MdbCatalogEntry>.allocate(capacity: 1)
    entry.initialize(to: MdbCatalogEntry())
    entry.pointee.mdb = database
    entry.pointee.object_type = Int32(MDB_TABLE)
    entry.pointee.table_pg = UInt(page)
    withUnsafeMutableBytes(of: &entry.pointee.object_name) { bytes in
      // The last byte stays the end of the string.
      for (index, byte) in name.prefix(bytes.count - 1).enumerated() { bytes[index] = byte }
    }
  }

  deinit {
    entry.deinitialize(count: 1)
    entry.deallocate()
  }
}
