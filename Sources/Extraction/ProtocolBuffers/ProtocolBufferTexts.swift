/// The texts in a message of Protocol Buffers whose description is not known.
struct ProtocolBufferTexts {
  private(set) var texts: [[UInt8]] = []

  private static let deepest = 16

  /// nil where `bytes` are no such message from their first to their last.
  init?(_ bytes: Span<UInt8>) {
    guard !bytes.isEmpty, add(0..<bytes.count, of: bytes, depth: 0) else { return nil }
  }

  /// Adds the texts of a message; false, and none of them, where it is damaged or none.
  private mutating func add(_ message: Range<Int>, of bytes: Span<UInt8>, depth: Int) -> Bool {
    guard depth < Self.deepest else { return false }
    let known = texts.count
    var buffer = ProtocolBuffer(message)
    while let field = buffer.next(in: bytes) {
      guard !field.range.isEmpty else { continue }
      if bytes.isPrintable(field.range) {
        texts.append(bytes.bytes(field.range))
      } else {
        // What is neither a text nor a message is bytes of a meaning that no one knows.
        _ = add(field.range, of: bytes, depth: depth + 1)
      }
    }
    guard buffer.isDamaged else { return true }
    texts.removeSubrange(known...)
    return false
  }
}

extension Span<UInt8> {
  /// Whether the bytes are UTF-8 without control characters.
  fileprivate func isPrintable(_ range: Range<Int>) -> Bool {
    for index in range where self[index] < 0x20 || self[index] == 0x7F { return false }
    return String(validating: bytes(range), as: UTF8.self) != nil
  }
}
