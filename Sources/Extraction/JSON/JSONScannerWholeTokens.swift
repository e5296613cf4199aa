import ScanModel

/// Keys and values that lie whole in the bytes at hand and hold nothing unusual, as nearly all do:
/// they are taken at once. What becomes of them is what the scanner makes of them step by step.
extension JSONScanner {
  /// Takes the string in double quotes that begins at `start`, of a key with its colon; returns the
  /// position behind it, nil where it must be scanned step by step.
  mutating func takeWholeString(_ bytes: Span<UInt8>, from start: Int) -> Int? {
    guard !path.mayNameColumns else { return nil }
    let end = stringMarks.next(in: bytes, from: start)
    guard end < bytes.count, bytes[end] == UInt8(ascii: "\"") else { return nil }
    guard path.isInObject, path.expected != .value else {
      takeWholeValue(bytes, start..<end)
      return end &+ 1
    }
    guard end - start <= TreeNames.byteLimit else { return nil }
    let colon = bytes.skippingSpaces(from: end &+ 1)
    guard colon < bytes.count, bytes[colon] == UInt8(ascii: ":") else { return nil }
    let number = text.names.number(of: bytes, start..<end)
    guard number != TreeNames.unusual else { return nil }
    resolveKey()
    token.role = .key
    token.isNameOfColumns = JSONToken.namesColumns(bytes, start..<end)
    path.setKeyAndColon(number)
    return colon &+ 1
  }

  /// Takes the number or literal at `start`; returns its end, nil where it must be scanned step by
  /// step.
  mutating func takeWholeWord(_ bytes: Span<UInt8>, from start: Int) -> Int? {
    guard !path.mayNameColumns, !path.isInObject || path.expected == .value else { return nil }
    var end = start
    while end < bytes.count, bytes[end].isOfPlainWord { end &+= 1 }
    guard end > start, end < bytes.count else { return nil }
    switch bytes[end] {
    case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: "\n"),
      UInt8(ascii: "\r"):
      takeWholeValue(bytes, start..<end)
      return end
    default: return nil
    }
  }

  mutating func takeWholeValue(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    resolveKey()
    token.role = .value
    token.isNameOfColumns = false
    if path.isBehindElement { text.continueText() }
    text.addWholeField(bytes, range, label: path.label(in: &text), row: line)
    if range.count >= EmbeddedText.leastByteCount { text.readEmbeddedText() }
    path.expected = .separator
  }
}

extension Span<UInt8> {
  fileprivate func skippingSpaces(from start: Int) -> Int {
    var position = start
    while position < count, self[position] == UInt8(ascii: " ") { position &+= 1 }
    return position
  }
}

extension UInt8 {
  /// Whether it is an ASCII letter or digit, `.`, `+`, `-` or `_`.
  fileprivate var isOfPlainWord: Bool {
    self &- UInt8(ascii: "0") < 10 || (self | 0x20) &- UInt8(ascii: "a") < 26
      || self == UInt8(ascii: ".") || self == UInt8(ascii: "-") || self == UInt8(ascii: "+")
      || self == UInt8(ascii: "_")
  }
}
