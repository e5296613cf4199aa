/// Four numbers 0...255 with dots between them, as one number of 32 bits.
struct IPv4Address {
  let value: UInt32

  /// Fails for leading zeros, and for anything before or behind the address.
  init?(_ text: Span<UInt8>) {
    guard text.count <= 15 else { return nil }
    var value: UInt32 = 0
    var partCount = 0
    var part = 0
    var digitCount = 0
    for index in 0...text.count {
      if index < text.count, text[index].isASCIIDigit {
        guard digitCount == 0 || part != 0 else { return nil }
        part = part * 10 + text[index].digitValue
        digitCount += 1
        guard part <= 255 else { return nil }
        continue
      }
      guard index == text.count || text[index] == UInt8(ascii: "."), digitCount > 0,
        partCount < 4
      else { return nil }
      value = value << 8 | UInt32(part)
      partCount += 1
      part = 0
      digitCount = 0
    }
    guard partCount == 4 else { return nil }
    self.value = value
  }

  init(value: UInt32) {
    self.value = value
  }

  /// Whether the address can belong to a host on the internet.
  var isPublic: Bool {
    switch (value >> 24, value >> 16 & 0xFF, value >> 8 & 0xFF) {
    case (0, _, _), (10, _, _), (127, _, _), (224...255, _, _): false
    case (100, 64...127, _), (169, 254, _), (172, 16...31, _), (192, 168, _): false
    case (192, 0, 0), (192, 0, 2), (198, 18...19, _), (198, 51, 100), (203, 0, 113): false
    default: true
    }
  }
}
