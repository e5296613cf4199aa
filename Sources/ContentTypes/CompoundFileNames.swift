/// Tells what a compound file (OLE2) is by the names of its streams.
///
/// Source: MS-CFB: a directory entry is 128 bytes long and begins with its name in UTF-16LE.
enum CompoundFileNames {
  /// The type of the compound file that begins with `head`; `.ole2` where the names there tell
  /// nothing or lie behind it.
  static func type(of head: Span<UInt8>) -> BinaryType {
    for (name, type) in names where contains(head, name) { return type }
    return .ole2
  }

  /// The stronger first: a document may hold others.
  private static let names: [(StaticString, BinaryType)] = [
    ("EncryptedPackage", .ooxmlEncrypted), ("__properties_version1.0", .msg),
    ("__nameid_version1.0", .msg), ("__substg1.0_", .msg), ("WordDocument", .doc),
    ("Workbook", .xls), ("Book", .xls), ("PowerPoint Document", .ppt), ("VisioDocument", .vsd),
  ]

  private static func contains(_ head: Span<UInt8>, _ name: StaticString) -> Bool {
    // Sectors are at least 512 bytes long, so entries begin at multiples of 128.
    var position = 512
    while position + 128 <= head.count {
      if isName(head, at: position, name) { return true }
      position += 128
    }
    return false
  }

  private static func isName(
    _ head: Span<UInt8>, at position: Int, _ name: StaticString
  ) -> Bool {
    for index in 0..<name.utf8CodeUnitCount {
      let unit = position + 2 * index
      if head[unit] != name.utf8Start[index] || head[unit + 1] != 0 { return false }
    }
    // `__substg1.0_` is the front of a name; the others are whole.
    let end = position + 2 * name.utf8CodeUnitCount
    return name.utf8Start[name.utf8CodeUnitCount - 1] == UInt8(ascii: "_")
      || (head[end] == 0 && head[end + 1] == 0)
  }
}
