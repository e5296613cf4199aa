/// Brings lines of Hebrew and Arabic, which PDF draws from left to right, into the order of reading.
enum RightToLeft {
  /// Reorders the characters of the line that begins at `start`, if most letters of it run that way.
  static func reorder(_ bytes: inout [UInt8], from start: Int) {
    let scalars = Array(String(decoding: bytes[start...], as: UTF8.self).unicodeScalars)
    var rightCount = 0
    var leftCount = 0
    for scalar in scalars {
      if scalar.runsRight { rightCount += 1 }
      if scalar.runsLeft { leftCount += 1 }
    }
    guard rightCount > leftCount else { return }
    var reversed = Array(scalars.reversed())
    var index = 0
    while index < reversed.count {
      guard reversed[index].runsLeft else {
        index += 1
        continue
      }
      // Numbers and words of other scripts keep their order.
      var end = index
      for next in index..<reversed.count {
        if reversed[next].runsRight || reversed[next] == "\n" { break }
        if reversed[next].runsLeft { end = next }
      }
      reversed[index...end].reverse()
      index = end + 1
    }
    bytes.removeSubrange(start...)
    for scalar in reversed { bytes.append(scalar) }
  }
}

extension Unicode.Scalar {
  fileprivate var runsRight: Bool {
    (0x0590...0x08FF).contains(value) && !(0x0660...0x0669).contains(value)
      || (0xFB1D...0xFDFF).contains(value) || (0xFE70...0xFEFC).contains(value)
  }

  fileprivate var runsLeft: Bool {
    (0x30...0x39).contains(value) || (0x41...0x5A).contains(value)
      || (0x61...0x7A).contains(value) || (0xC0...0x058F).contains(value)
      || (0x0660...0x0669).contains(value)
  }
}
