/// What the search for a header sees of a cell.
struct DelimitedHeaderCell {
  /// What a value is made of.
  enum Shape: Hashable {
    case words, number, date, address, mixed
  }

  /// The bytes of the value with ASCII letters in lower case.
  let folded: [UInt8]
  let hasDigit: Bool
  /// Whether it is a number, a date, an e-mail address or has a long row of digits: no header is.
  let isValue: Bool
  let shape: Shape
  private let marks: Marks

  private static let shortByteCount = 60

  init(_ text: Span<UInt8>, _ range: Range<Int>) {
    var folded: [UInt8] = []
    folded.reserveCapacity(range.count)
    var digitCount = 0
    var letterCount = 0
    var digitRun = 0
    var longestDigitRun = 0
    var digitRunCount = 0
    var at: Int?
    var marks = Marks()
    for position in range {
      let byte = text[position]
      digitRun = byte.isDigit ? digitRun + 1 : 0
      longestDigitRun = max(longestDigitRun, digitRun)
      if byte.isDigit { digitCount += 1 }
      if digitRun == 1 { digitRunCount += 1 }
      if byte.isUpper || byte.isLower || byte >= 0x80 { letterCount += 1 }
      if byte == UInt8(ascii: "@"), at == nil { at = position }
      marks.see(byte, behind: position > range.lowerBound ? text[position - 1] : nil)
      folded.append(byte.isUpper ? byte | 0x20 : byte)
    }
    self.folded = folded
    hasDigit = digitCount > 0
    let isAddress = at.map { $0 > range.lowerBound && $0 + 1 < range.upperBound } ?? false
    let isNumber = digitCount > 0 && letterCount == 0
    let beginsWithDigit = !range.isEmpty && text[range.lowerBound].isDigit
    isValue =
      isAddress || isNumber || longestDigitRun >= 5 || (beginsWithDigit && digitCount >= 4)
    let isDate = isNumber && digitRunCount == 3 && 4...8 ~= digitCount && longestDigitRun <= 4
    shape =
      isAddress
      ? .address : isDate ? .date : isNumber ? .number : digitCount > 0 ? .mixed : .words
    self.marks = marks
  }

  var isEmpty: Bool { folded.isEmpty }
  var isShort: Bool { folded.count <= Self.shortByteCount }

  /// Whether one of its words is one that headers have: `Naam cliënt`, `geb_datum`, `ClientBSN`.
  var hasFieldWord: Bool { DelimitedHeaderWords.contain(folded) }

  /// Whether it has such a word or is written as names in programs are: `snake_case`, `camelCase`.
  var looksLikeFieldName: Bool { marks.areOfProgramName || hasFieldWord }
}

/// How the letters of a name are written.
private struct Marks {
  private var hasSpace = false
  private var hasUnderscore = false
  private var hasUpper = false
  private var hasLower = false
  private var hasHump = false

  mutating func see(_ byte: UInt8, behind previous: UInt8?) {
    if byte == UInt8(ascii: " ") { hasSpace = true }
    if byte == UInt8(ascii: "_") { hasUnderscore = true }
    if byte.isUpper { hasUpper = true }
    if byte.isLower { hasLower = true }
    if byte.isUpper, previous?.isLower == true { hasHump = true }
  }

  /// `snake_case`, `camelCase` or one word in lower case.
  var areOfProgramName: Bool {
    !hasSpace && (hasUnderscore || hasHump || (hasLower && !hasUpper))
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
  fileprivate var isUpper: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }
  fileprivate var isLower: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
}
