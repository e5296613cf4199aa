/// What the first bytes of a document of WordPerfect say of it.
///
/// Source: WordPerfect 5.1 and 6.0 file format, file header.
struct WordPerfectHeader {
  /// Where the text begins, behind the packets.
  let documentStart: Int
  let isVersion6: Bool
  let isEncrypted: Bool
  /// Where the list of packets begins.
  let indexStart: Int
  /// The size of the whole file, where it is told.
  let statedByteCount: Int?

  /// Nil for other files of the makers of WordPerfect, such as macros.
  init?(_ bytes: Span<UInt8>) {
    guard bytes.count >= 16, bytes.littleUInt32(at: 0) == 0x4350_57FF, bytes[9] == 0x0A,
      bytes[10] == 0 || bytes[10] == 2, let documentStart = bytes.littleUInt32(at: 4)
    else { return nil }
    self.documentStart = documentStart
    isVersion6 = bytes[10] == 2
    isEncrypted = bytes[12] != 0 || bytes[13] != 0
    indexStart = max(16, Int(bytes[14]) | Int(bytes[15]) << 8)
    statedByteCount = isVersion6 && indexStart >= 24 ? bytes.littleUInt32(at: 20) : nil
  }
}
