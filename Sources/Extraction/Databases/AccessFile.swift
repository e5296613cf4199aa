import ContentTypes

/// Files as Access stores them in its tables.
enum AccessFile {
  private static let headByteCount = 4096

  /// The document in an OLE field: it stands behind a header of Access that names its program.
  static func content(of value: [UInt8]) -> [UInt8]? {
    guard !value.isEmpty else { return nil }
    if DocumentExtractor.reads(type(of: value[...])) { return value }
    for start in 0..<min(value.count, headByteCount) {
      switch value[start] {
      case 0xD0, UInt8(ascii: "%"), UInt8(ascii: "P"), UInt8(ascii: "{"), 0x89, 0xFF:
        guard isMarked(value, at: start) else { continue }
        return Array(value[start...])
      default: continue
      }
    }
    if case .text = type(of: value[...]) { return value }
    return value.count >= 64 ? value : nil
  }

  /// The file in an attachment field, without the header that says what kind it is.
  ///
  /// 4 bytes tell whether the rest is packed by zlib, 4 how long it is; what is packed begins with
  /// the length of a header. Source: Jackcess, AttachmentColumnInfoImpl.
  static func attachment(_ value: [UInt8]) -> [UInt8]? {
    guard value.count >= 8 else { return nil }
    var content: [UInt8] = []
    if value.span.littleEndian32(at: 0) == 1 {
      _ = StreamInflater.inflate(
        value.span.extracting(8...), .zlib, into: &content, limit: 256 << 20)
    } else {
      content = Array(value.dropFirst(8))
    }
    guard content.count >= 4 else { return nil }
    let headerByteCount = Int(content.span.littleEndian32(at: 0))
    guard headerByteCount <= content.count else { return content }
    return Array(content.dropFirst(headerByteCount))
  }

  private static func isMarked(_ value: [UInt8], at start: Int) -> Bool {
    let marks: [[UInt8]] = [
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], Array("%PDF-".utf8),
      [0x50, 0x4B, 0x03, 0x04], Array("{\\rtf".utf8), [0x89, 0x50, 0x4E, 0x47, 0x0D],
      [0xFF, 0xD8, 0xFF],
    ]
    return marks.contains { value[start...].starts(with: $0) }
  }

  private static func type(of bytes: ArraySlice<UInt8>) -> ContentType {
    let head = Array(bytes.prefix(ContentType.headByteCount))
    return ContentType.detect(head: head.span, isWhole: head.count == bytes.count)
  }
}
