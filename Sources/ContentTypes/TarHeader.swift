/// Tells tar archives by their first header, also those of the oldest kind, which has no mark.
package enum TarHeader {
  private static let byteCount = 512

  /// Whether `head` begins with a header whose checksum is right.
  ///
  /// The checksum is the sum of all bytes, its own field counted as blanks, in octal at 148.
  /// Source: POSIX.1-2017, pax, ustar interchange format.
  package static func begins(_ head: Span<UInt8>) -> Bool {
    guard head.count >= byteCount, head[0] != 0 else { return false }
    var sum = 0
    for index in 0..<byteCount {
      sum += (148..<156).contains(index) ? 0x20 : Int(head[index])
    }
    var stated = 0
    var hasDigit = false
    for index in 148..<156 {
      switch head[index] {
      case 0x30...0x37:
        stated = stated << 3 | Int(head[index] - 0x30)
        hasDigit = true
      case 0x20 where !hasDigit: continue
      default: return hasDigit && stated == sum
      }
    }
    return hasDigit && stated == sum
  }
}
