/// The smallest part of an SQL statement that has a meaning.
enum SQLToken {
  /// A keyword, or a name without quotes.
  case word(SQLWord, Range<Int>)
  /// A name in quotes; the range is without them.
  case name(Range<Int>)
  case number(Range<Int>)
  /// A mark, or a quote that closes nowhere near.
  case mark(UInt8)

  /// Longer names are not names.
  static let nameByteLimit = 256

  /// The token at `start`, and the position behind it; strings, comments and spaces are none.
  ///
  /// Looks at `nameByteLimit` + 2 bytes at most; longer words and numbers are cut.
  static func token(in text: Span<UInt8>, at start: Int) -> (token: SQLToken, end: Int) {
    let byte = text[start]
    if byte.isSQLWordByte {
      let end = wordEnd(in: text, from: start)
      if byte.isSQLDigit { return (.number(start..<end), end) }
      return (.word(SQLWord(text, start..<end), start..<end), end)
    }
    if let close = closingQuote(for: byte) {
      let limit = min(text.count, start + nameByteLimit)
      var end = start + 1
      while end < limit, text[end] != close, text[end] != UInt8(ascii: "\n") { end += 1 }
      if end < limit, text[end] == close, end > start + 1 {
        return (.name(start + 1..<end), end + 1)
      }
    }
    return (.mark(byte), start + 1)
  }

  /// The end of the word or number at `start`; a decimal point is part of a number.
  private static func wordEnd(in text: Span<UInt8>, from start: Int) -> Int {
    let limit = min(text.count, start + nameByteLimit)
    let isNumber = text[start].isSQLDigit
    var end = start + 1
    while end < limit,
      text[end].isSQLWordByte || (isNumber && text[end] == UInt8(ascii: "."))
    {
      end += 1
    }
    while end == limit, end < text.count, end > start + 1, text[end] & 0xC0 == 0x80 { end -= 1 }
    return end
  }

  private static func closingQuote(for byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "`"), UInt8(ascii: "\""): byte
    case UInt8(ascii: "["): UInt8(ascii: "]")
    default: nil
    }
  }
}

extension UInt8 {
  var isSQLDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  /// Letters, digits, `_`, `$`, `#`, `@` and all that is not ASCII.
  var isSQLWordByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"),
      UInt8(ascii: "#"), UInt8(ascii: "@"), 0x80...:
      true
    default: false
    }
  }

  /// Space, tab and CR; line feeds are counted.
  var isSQLSpace: Bool {
    self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") || self == UInt8(ascii: "\r")
  }

  var isSQLSpaceOrLineFeed: Bool { isSQLSpace || self == UInt8(ascii: "\n") }
}
