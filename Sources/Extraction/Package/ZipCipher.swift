/// The traditional encryption of zip entries.
///
/// Source: APPNOTE.TXT 6.3.10, section 6.1.
struct ZipCipher {
  static let headerByteCount = 12

  private var keys: (UInt32, UInt32, UInt32) = (0x1234_5678, 0x2345_6789, 0x3456_7890)

  private init(password: [UInt8]) {
    for byte in password { update(with: byte) }
  }

  /// What `packed` was before it was encrypted; nil where the password is another one.
  static func decrypt(_ packed: Span<UInt8>, check: UInt8, password: [UInt8]) -> [UInt8]? {
    guard packed.count >= headerByteCount else { return nil }
    var cipher = ZipCipher(password: password)
    var last: UInt8 = 0
    for index in 0..<headerByteCount { last = cipher.decrypt(packed[index]) }
    guard last == check else { return nil }
    var plain: [UInt8] = []
    plain.reserveCapacity(packed.count - headerByteCount)
    for index in headerByteCount..<packed.count { plain.append(cipher.decrypt(packed[index])) }
    return plain
  }

  private mutating func decrypt(_ byte: UInt8) -> UInt8 {
    let mixed = keys.2 | 2
    let pad = UInt8(truncatingIfNeeded: (mixed &* (mixed ^ 1)) &>> 8)
    // Only the low 16 bits of the key count.
    let plain = byte ^ pad
    update(with: plain)
    return plain
  }

  private mutating func update(with byte: UInt8) {
    keys.0 = Self.checksum(keys.0, byte)
    keys.1 = (keys.1 &+ (keys.0 & 0xFF)) &* 134_775_813 &+ 1
    keys.2 = Self.checksum(keys.2, UInt8(truncatingIfNeeded: keys.1 &>> 24))
  }

  private static func checksum(_ value: UInt32, _ byte: UInt8) -> UInt32 {
    table[Int(UInt8(truncatingIfNeeded: value) ^ byte)] ^ (value &>> 8)
  }

  private static let table: [UInt32] = (0..<256).map { index in
    var value = UInt32(index)
    for _ in 0..<8 { value = value & 1 == 0 ? value >> 1 : 0xEDB8_8320 ^ (value >> 1) }
    return value
  }
}
