extension TextEncoding {
  /// The encoding whose byte order mark `head` begins with; nil for none.
  static func marked(in head: Span<UInt8>) -> TextEncoding? {
    if head.has([0xEF, 0xBB, 0xBF], at: 0) { return .utf8 }
    if head.has([0x00, 0x00, 0xFE, 0xFF], at: 0), isUTF32(head, .utf32BE) { return .utf32BE }
    if head.has([0xFF, 0xFE, 0x00, 0x00], at: 0), isUTF32(head, .utf32LE) { return .utf32LE }
    if head.has([0xFF, 0xFE], at: 0), hasFewControls(head, .utf16LE, percent: 10) {
      return .utf16LE
    }
    if head.has([0xFE, 0xFF], at: 0), hasFewControls(head, .utf16BE, percent: 10) {
      return .utf16BE
    }
    return nil
  }

  /// The encoding of a text without a byte order mark; nil where `head` is no text.
  ///
  /// A character that the end of `head` cuts is no fault unless `isWhole`.
  static func unmarked(in head: Span<UInt8>, isWhole: Bool) -> TextEncoding? {
    let counts = ControlCounts(head)
    let nulCount = counts.nulCount
    if nulCount > head.count / 5, head.count >= 4, let wide = wide(head) { return wide }
    // Fixed-width exports fill up with NUL; other control characters are rarer in text.
    guard nulCount <= head.count / 10 + 1, nulCount * 2 < head.count else { return nil }
    let strangeLimit = min(head.count / 50 + 1, (head.count - 1) / 2)
    if counts.controlCount > strangeLimit {
      let isTable = nulCount == 0 && hasOnlySeparators(head)
      return isTable && UTF8Shape(head, isWhole: isWhole).strayCount == 0 ? .utf8 : nil
    }
    let utf8 = UTF8Shape(head, isWhole: isWhole)
    if let charset = CharsetGuess.charset(of: head, utf8) { return .declared(charset) }
    let isDOS = utf8.characterCount == 0 && utf8.dosLetters.areFound
    // The letter ü is one of them in code page 850.
    let undefinedCount = isDOS ? utf8.undefinedCount / 8 : utf8.undefinedCount
    guard counts.controlCount + undefinedCount <= strangeLimit else { return nil }
    if isDOS { return .declared(.ibm850) }
    return isWhole && utf8.strayCount > 0 && utf8.characterCount == 0 ? .windows1252 : .utf8
  }

  /// Shorter runs of NULs are no holes.
  private static let leastHole = 32

  /// The encoding of a text with holes of NULs, as files have that were padded, or written when the power
  /// failed; nil where `head` has none, or what is left of it is too little to tell.
  static func betweenHoles(in head: Span<UInt8>, isWhole: Bool) -> TextEncoding? {
    var rest: [UInt8] = []
    var position = 0
    while position < head.count {
      var end = position
      while end < head.count, head[end] == 0 { end += 1 }
      if end - position < leastHole {
        end = max(end, position + 1)
        for index in position..<end { rest.append(head[index]) }
      }
      position = end
    }
    // Of what follows behind the head nothing is known.
    let leastCount = isWhole ? leastHole : head.count / 2
    guard rest.count < head.count, rest.count >= leastCount else { return nil }
    return unmarked(in: rest.span, isWhole: isWhole)
  }

  /// Whether all control characters are those that part the cells and records of tables.
  private static func hasOnlySeparators(_ head: Span<UInt8>) -> Bool {
    for position in head.indices where head[position].isControl {
      let byte = head[position]
      guard byte == 0x1F || byte == RecordSeparators.separator || byte == 0x01 else { return false }
    }
    return !head[0].isControl
  }

  /// UTF-16 or UTF-32 by the places of the NULs that Latin letters have there.
  private static func wide(_ head: Span<UInt8>) -> TextEncoding? {
    if head.count >= 8, isUTF32(head, .utf32LE) { return .utf32LE }
    if head.count >= 8, isUTF32(head, .utf32BE) { return .utf32BE }
    let unitCount = head.count / 2
    var evenCount = 0
    var oddCount = 0
    for position in head.indices where head[position] == 0 {
      if position & 1 == 0 { evenCount += 1 } else { oddCount += 1 }
    }
    if oddCount * 10 >= unitCount * 6, evenCount * 50 <= unitCount,
      hasFewControls(head, .utf16LE, percent: 2)
    {
      return .utf16LE
    }
    if evenCount * 10 >= unitCount * 6, oddCount * 50 <= unitCount,
      hasFewControls(head, .utf16BE, percent: 2)
    {
      return .utf16BE
    }
    return nil
  }

  /// Whether all units are characters, and most of them of Latin letters.
  private static func isUTF32(_ head: Span<UInt8>, _ encoding: TextEncoding) -> Bool {
    let isLittle = encoding == .utf32LE
    var latinCount = 0
    var controlCount = 0
    let unitCount = head.count / 4
    for unit in 0..<unitCount {
      let start = unit * 4
      let top = head[isLittle ? start + 3 : start]
      let plane = head[isLittle ? start + 2 : start + 1]
      let row = head[isLittle ? start + 1 : start + 2]
      let cell = head[isLittle ? start : start + 3]
      guard top == 0, plane <= 0x10 else { return false }
      if plane == 0 && row == 0 {
        latinCount += 1
        if cell.isControl { controlCount += 1 }
      }
    }
    return unitCount > 0 && latinCount * 2 >= unitCount && controlCount * 50 <= unitCount
  }

  private static func hasFewControls(
    _ head: Span<UInt8>, _ encoding: TextEncoding, percent: Int
  ) -> Bool {
    let low = encoding == .utf16LE ? 0 : 1
    var count = 0
    for unit in 0..<head.count / 2 {
      let start = unit * 2
      if head[start + 1 - low] == 0, head[start + low].isControl { count += 1 }
    }
    return count * 100 <= head.count / 2 * percent
  }
}
