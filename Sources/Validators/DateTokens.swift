/// The numbers and the month of a written date, in their order.
struct DateTokens {
  /// A run of digits, or the name of a month.
  struct Token {
    enum Kind { case number, month }

    let kind: Kind
    /// The value of the digits, or 1...12.
    let value: Int
    /// How many digits there are; 0 for a name.
    let length: Int
  }

  private var tokens = InlineArray<3, Token>(
    repeating: Token(kind: .number, value: 0, length: 0))
  private(set) var count = 0

  subscript(index: Int) -> Token { tokens[index] }

  /// Fails for more than three tokens, a word that is no month, or a mark that dates do not have.
  ///
  /// Eight digits that stand apart, as in the boxes of a form, are one number.
  init?(_ text: Span<UInt8>) {
    if let number = Self.boxedNumber(text) {
      tokens[0] = number
      count = 1
      return
    }
    var index = 0
    while index < text.count {
      let start = index
      if text[index].isASCIIDigit {
        while index < text.count, text[index].isASCIIDigit { index += 1 }
        guard index - start <= 8, append(number: text.extracting(start..<index)) else { return nil }
      } else if text[index].isASCIILetter {
        while index < text.count, text[index].isASCIILetter { index += 1 }
        guard append(word: text.extracting(start..<index)) else { return nil }
      } else {
        let length = Self.separatorLength(text, at: index)
        guard length > 0 else { return nil }
        index += length
      }
    }
  }

  private static func boxedNumber(_ text: Span<UInt8>) -> Token? {
    var value = 0
    var length = 0
    var index = 0
    var isApart = true
    while index < text.count {
      if text[index].isASCIIDigit {
        guard isApart, length < 8 else { return nil }
        value = value * 10 + text[index].digitValue
        length += 1
        index += 1
        isApart = false
      } else {
        let gapLength = separatorLength(text, at: index)
        guard gapLength > 0 else { return nil }
        index += gapLength
        isApart = true
      }
    }
    return length == 8 ? Token(kind: .number, value: value, length: 8) : nil
  }

  private mutating func append(number: Span<UInt8>) -> Bool {
    var value = 0
    for index in number.indices { value = value * 10 + number[index].digitValue }
    return append(Token(kind: .number, value: value, length: number.count))
  }

  /// Takes a month, the same month again in another language, or the ending of a day.
  private mutating func append(word: Span<UInt8>) -> Bool {
    guard let month = Self.months.row(of: word).map({ $0 + 1 }) else {
      return count > 0 && tokens[count - 1].kind == .number && Self.endings.contains(word)
    }
    if count > 0, tokens[count - 1].kind == .month { return tokens[count - 1].value == month }
    return append(Token(kind: .month, value: month, length: 0))
  }

  private mutating func append(_ token: Token) -> Bool {
    guard count < 3 else { return false }
    tokens[count] = token
    count += 1
    return true
  }

  /// The length of white space, a line end with the quote marks behind it, a mark between the parts
  /// of a date, or an apostrophe; 0 for others.
  private static func separatorLength(_ text: Span<UInt8>, at index: Int) -> Int {
    switch text[index] {
    case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: ","),
      UInt8(ascii: "'"):
      return 1
    case 0xE2 where index + 2 < text.count && text[index + 1] == 0x80 && text[index + 2] == 0x99:
      return 3
    default:
      return max(
        text.lineBreakLength(at: index), text.whiteSpaceLength(at: index),
        text.dashLength(at: index))
    }
  }

  private static let endings = WordTable("e|de|ste|st|nd|rd|th|of|van")

  private static let months = WordTable(
    """
    januari|jan|january
    februari|feb|february|febr
    maart|mrt|maa|mar|march
    april|apr
    mei|may
    juni|jun|june
    juli|jul|july
    augustus|aug|august
    september|sep|sept
    oktober|okt|october|oct
    november|nov
    december|dec
    """)
}
