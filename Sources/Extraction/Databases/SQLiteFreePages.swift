/// The pages of an SQLite database that are in no use; they may hold rows that were deleted.
///
/// Source: Database File Format (sqlite.org), 1.5 The Freelist.
enum SQLiteFreePages {
  private static let byteLimit = 64 << 20

  /// The bytes of all free pages, one behind the other; nothing where none hold anything.
  static func content(of bytes: Span<UInt8>) -> [UInt8] {
    guard bytes.count >= 100 else { return [] }
    var pageSize = Int(bytes.bigEndian16(at: 16))
    if pageSize == 1 { pageSize = 65_536 }
    guard pageSize >= 512, pageSize & (pageSize - 1) == 0 else { return [] }
    let pageCount = bytes.count / pageSize
    var isSeen = [Bool](repeating: false, count: pageCount + 1)
    var content: [UInt8] = []
    var trunk = bytes.bigEndian32(at: 32)
    while trunk >= 1, trunk <= pageCount, !isSeen[trunk], content.count < byteLimit {
      isSeen[trunk] = true
      let start = (trunk - 1) * pageSize
      let leafCount = min(bytes.bigEndian32(at: start + 4), (pageSize - 8) / 4)
      for index in 0..<leafCount {
        let leaf = bytes.bigEndian32(at: start + 8 + 4 * index)
        guard leaf >= 1, leaf <= pageCount, !isSeen[leaf], content.count < byteLimit else {
          continue
        }
        isSeen[leaf] = true
        content.append(bytes, (leaf - 1) * pageSize..<leaf * pageSize)
      }
      content.append(bytes, start + 8 + 4 * leafCount..<start + pageSize)
      trunk = bytes.bigEndian32(at: start)
    }
    return content.contains { $0 != 0 } ? content : []
  }
}
