/// Reads the fields of a record in BIFF12 one after the other; what is missing counts as nothing.
struct BinaryPayload {
  private(set) var position = 0

  mutating func skip(_ count: Int) {
    position += min(max(count, 0), 1 << 30)
  }

  mutating func number8(_ bytes: Span<UInt8>) -> Int {
    guard position < bytes.count else { return 0 }
    defer { position += 1 }
    return Int(bytes[position])
  }

  mutating func number16(_ bytes: Span<UInt8>) -> Int {
    guard position <= bytes.count - 2 else { return 0 }
    defer { position += 2 }
    return Int(bytes.littleEndian16(at: position))
  }

  mutating func number32(_ bytes: Span<UInt8>) -> Int {
    guard position <= bytes.count - 4 else { return 0 }
    defer { position += 4 }
    return Int(bytes.littleEndian32(at: position))
  }

  mutating func real(_ bytes: Span<UInt8>) -> Double {
    guard position <= bytes.count - 8 else { return 0 }
    defer { position += 8 }
    return Double(bitPattern: bytes.littleEndianBits64(at: position))
  }

  /// A number of 30 bits, whole or the upper half of a real one, divided by 100 or not.
  ///
  /// Source: [MS-XLSB] 2.5.122 (RkNumber).
  mutating func compactReal(_ bytes: Span<UInt8>) -> Double {
    let raw = UInt32(truncatingIfNeeded: number32(bytes))
    let value =
      raw & 2 != 0
      ? Double(Int32(bitPattern: raw) >> 2)
      : Double(bitPattern: UInt64(raw & ~3) << 32)
    return raw & 1 != 0 ? value / 100 : value
  }

  /// A text that may be missing.
  mutating func text(_ bytes: Span<UInt8>) -> [UInt8] {
    let count = number32(bytes)
    guard count != 0xFFFF_FFFF, count <= (bytes.count - position) / 2, count > 0 else { return [] }
    var text: [UInt8] = []
    let end = position + 2 * count
    _ = UTF16Decoding.decode(
      bytes.extracting(position..<end), .little, isLast: true, into: &text)
    position = end
    return text
  }
}
