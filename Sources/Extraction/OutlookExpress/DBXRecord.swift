/// What a file says of one message or folder: values that are known by numbers.
///
/// 12 bytes of head (its place, the bytes behind the head, 2 bytes, the number of values in 1 byte, 1
/// byte), 4 bytes for each value (7 bits of its number, 1 bit that says that the other 3 bytes are the
/// value itself and not its place behind all of these), the values.
struct DBXRecord {
  private static let headByteCount = 12

  /// The numbers of values with what follows them.
  private var entries: [(number: UInt8, value: Int, isHere: Bool)] = []
  private let content: Range<Int>

  /// Nil where no record lies at `position`.
  init?(_ bytes: Span<UInt8>, at position: Int) {
    guard bytes.isMarked(at: position),
      let head = bytes.range(at: position, byteCount: Self.headByteCount),
      let body = bytes.range(
        at: head.upperBound, byteCount: Int(bytes.littleEndian32(at: position + 4)))
    else { return nil }
    let count = Int(bytes[position + 10])
    guard body.count >= count * 4 else { return nil }
    for number in 0..<count {
      let entry = Int(bytes.littleEndian32(at: body.lowerBound + number * 4))
      entries.append((UInt8(entry & 0x7F), entry >> 8, entry & 0x80 != 0))
    }
    content = body.lowerBound + count * 4..<body.upperBound
  }

  /// The number that a value is; nil where there is none.
  func integer(_ number: UInt8, in bytes: Span<UInt8>) -> Int? {
    guard let entry = entries.first(where: { $0.number == number }) else { return nil }
    if entry.isHere { return entry.value }
    return bytes.extracting(content).littleUInt32(at: entry.value)
  }

  /// The text that a value is; empty where there is none.
  func text(_ number: UInt8, in bytes: Span<UInt8>) -> [UInt8] {
    guard let entry = entries.first(where: { $0.number == number }), !entry.isHere,
      entry.value < content.count
    else { return [] }
    return bytes.narrowText(in: content.lowerBound + entry.value..<content.upperBound)
  }
}
