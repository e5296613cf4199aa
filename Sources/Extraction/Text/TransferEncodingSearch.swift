/// Looks for a header `Content-Transfer-Encoding` that says that a part of a mail is encoded.
///
/// `7bit`, `8bit` and `binary` are no encoding; every other value, also a folded one, is.
struct TransferEncodingSearch {
  /// Whether such a header was found.
  private(set) var hasFound = false
  /// The start of the first line that was not looked at, or a place in a line that is too long.
  private var position = 0
  private var isInLongLine = false

  /// Looks at the lines of `bytes` whose end has been read.
  mutating func look(in bytes: [UInt8], isLast: Bool) {
    let text = bytes.span
    while !hasFound, position < text.count {
      let end = text.lineFeed(position..<text.count)
      if end == nil && !isLast && text.count - position <= Self.longestHeader { return }
      if !isInLongLine { hasFound = Self.isEncoding(text, position..<(end ?? text.count)) }
      isInLongLine = end == nil
      position = end.map { $0 + 1 } ?? text.count
    }
  }

  mutating func movePositions(down count: Int) {
    position = max(position - count, 0)
  }

  private static let longestHeader = 512

  private static let name: StaticString = "content-transfer-encoding:"

  private static func isEncoding(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard text.hasPrefix(name, at: line) else { return false }
    let value = text.trimming(line.lowerBound + name.utf8CodeUnitCount..<line.upperBound)
    return !text.hasPrefix("7bit", at: value) && !text.hasPrefix("8bit", at: value)
      && !text.hasPrefix("binary", at: value)
  }
}

extension Span<UInt8> {
  /// Whether `range` begins with `prefix`, which is in small letters; capitals count as small ones.
  fileprivate func hasPrefix(_ prefix: StaticString, at range: Range<Int>) -> Bool {
    guard range.count >= prefix.utf8CodeUnitCount else { return false }
    for offset in 0..<prefix.utf8CodeUnitCount {
      let byte = self[range.lowerBound + offset]
      let small = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      if small != prefix.utf8Start[offset] { return false }
    }
    return true
  }
}
