/// Reads how much memory a file of lzip asks for.
enum LZIPHeader {
  /// Whether the dictionary of the first member is within the limit.
  ///
  /// Source: lzip manual, File format: a power of two, less some sixteenths of it.
  static func isAllowed(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count > 5 else { return true }
    return 1 << Int(bytes[5] & 0x1F) <= XZHeader.dictionaryLimit
  }
}
