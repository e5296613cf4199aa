/// How many digits stand together from a first digit on.
struct DigitCluster {
  /// The length of the first run of digits.
  let runLength: Int
  /// The digits of the cluster: runs with at most 6 joining bytes between them; counted to 24.
  let digitCount: Int

  /// Measures the cluster that begins at the digit at `start`.
  @inline(__always)
  init(at start: Int, in text: UnsafeBufferPointer<UInt8>, end: Int) {
    var position = start
    while position < end, text[position] &- 0x30 < 10 { position += 1 }
    runLength = position - start
    var digitCount = runLength
    var joinerCount = 0
    while position < end, digitCount < 24, joinerCount <= 6 {
      let byte = text[position]
      if byte &- 0x30 < 10 {
        digitCount += 1
        joinerCount = 0
      } else if isJoiner(byte) {
        joinerCount += 1
      } else {
        break
      }
      position += 1
    }
    self.digitCount = digitCount
  }
}

/// Space, `.`, `-`, `/`, `(`, `)`, `+`, `>`, line ends, tab, and the bytes of NBSP and its kin.
@inline(__always)
private func isJoiner(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x20, 0x2E, 0x2D, 0x2F, 0x28, 0x29, 0x2B, 0x3E, 0x0A, 0x0D, 0x09: true
  case 0xC2, 0xA0, 0xE2, 0x80, 0x87, 0xAF: true
  default: false
  }
}
