/// What the search for a header sees of a cell.
struct DelimitedHeaderCell {
  /// What a value is made of.
  enum Shape: Hashable {
    case words, number, date, address, mixed
  }

  private let text: ArraySlice<UInt8>
  let hasDigit: Bool
  /// Whether it is a number, a date, an e-mail address or has a long row of digits: no header is.
  let isValue: Bool
  let shape: Shape
  /// Whether it may be the number of an element of the population register: `01.01.20`.
  let isElementNumber: Bool
  private let hasLetter: Bool
  private let marks: Marks

  private static let shortByteCount = 60

  init(_ text: Span<UInt8>, _ range: Range<Int>) {
    self.init(text.extracting(range).withUnsafeBufferPointer { Array($0)[...] })
  }

  init(_ text: ArraySlice<UInt8>) {
    self.text = text
    let value = text.span
    var digits = Digits()
    var letterCount = 0
    var at: Int?
    var marks = Marks()
    var previous: UInt8 = 0
    for position in value.indices {
      let byte = value[position]
      if byte.isDigit {
        digits.see(at: position)
      } else if byte >= 0x80 {
        letterCount &+= 1
      } else if byte.isLetter {
        letterCount &+= 1
        marks.seeLetter(byte, behind: previous)
      } else {
        marks.see(byte)
        if byte == UInt8(ascii: "@"), at == nil { at = position }
      }
      previous = byte
    }
    hasDigit = digits.count > 0
    let isAddress = at.map { $0 > 0 && $0 + 1 < value.count } ?? false
    let isNumber = digits.count > 0 && letterCount == 0
    let beginsWithDigit = !value.isEmpty && value[0].isDigit
    isValue =
      isAddress || isNumber || digits.longestRun >= 5 || (beginsWithDigit && digits.count >= 4)
    let isDate =
      isNumber && digits.runCount == 3 && 4...8 ~= digits.count && digits.longestRun <= 4
    shape =
      isAddress
      ? .address : isDate ? .date : isNumber ? .number : digits.count > 0 ? .mixed : .words
    isElementNumber = value.isElementNumber(value.indices)
    self.marks = marks
    hasLetter = letterCount > 0
  }

  /// The bytes of the value with ASCII letters in lower case; none for a value without letters.
  var folded: [UInt8] { isValue && !hasLetter && !isElementNumber ? [] : text.span.lowercased }

  var isEmpty: Bool { text.isEmpty }
  var isShort: Bool { text.count <= Self.shortByteCount }

  /// Whether one of its words is one that headers have: `Naam cliënt`, `geb_datum`, `ClientBSN`.
  var hasFieldWord: Bool { DelimitedHeaderWords.contain(text.span) }

  /// Whether one of these says what stands below, and not only whom it is about: no `Waarde`, `Client`.
  var namesValues: Bool { DelimitedHeaderWords.contain(text.span, isOpenToo: false) }

  /// Whether it has such a word and no digit.
  var isFieldName: Bool { !hasDigit && hasFieldWord }

  /// Whether it has such a word or is written as names in programs are: `snake_case`, `camelCase`.
  var looksLikeFieldName: Bool { marks.areOfProgramName || hasFieldWord || isElementNumber }
}

extension Sequence<DelimitedHeaderCell> {
  /// Whether they name columns: there are several, most are names of fields, and none holds a digit.
  var nameColumns: Bool {
    var count = 0
    var nameCount = 0
    for cell in self {
      guard !cell.hasDigit else { return false }
      count += 1
      if cell.namesField { nameCount += 1 }
    }
    return count > 1 && nameCount * 2 > count
  }
}

/// The runs of digits in a value.
private struct Digits {
  private(set) var count = 0
  private(set) var runCount = 0
  private(set) var longestRun = 0
  private var run = 0
  /// Behind the last digit.
  private var end = -1

  @inline(__always)
  mutating func see(at position: Int) {
    count &+= 1
    if position == end {
      run &+= 1
    } else {
      run = 1
      runCount &+= 1
    }
    end = position &+ 1
    if run > longestRun { longestRun = run }
  }
}

/// How the letters of a name are written.
private struct Marks {
  private var hasSpace = false
  private var hasUnderscore = false
  private var hasUpper = false
  private var hasLower = false
  private var hasHump = false

  @inline(__always)
  mutating func seeLetter(_ byte: UInt8, behind previous: UInt8) {
    if byte.isLower {
      hasLower = true
    } else {
      hasUpper = true
      if previous.isLower { hasHump = true }
    }
  }

  @inline(__always)
  mutating func see(_ byte: UInt8) {
    if byte == UInt8(ascii: " ") { hasSpace = true }
    if byte == UInt8(ascii: "_") { hasUnderscore = true }
  }

  /// `snake_case`, `camelCase` or one word in lower case.
  var areOfProgramName: Bool {
    !hasSpace && (hasUnderscore || hasHump || (hasLower && !hasUpper))
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { self &- 0x30 < 10 }
  fileprivate var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  fileprivate var isLower: Bool { self &- 0x61 < 26 }
}

extension Span<UInt8> {
  /// Whether a range holds three pairs of digits with full stops between: category, group and element.
  ///
  /// Source: Logisch Ontwerp BRP, bijlage 1.
  func isElementNumber(_ range: Range<Int>) -> Bool {
    guard range.count == 8 else { return false }
    for (offset, index) in range.enumerated() {
      let isStop = self[index] == UInt8(ascii: ".")
      guard offset % 3 == 2 ? isStop : self[index].isDigit else { return false }
    }
    return true
  }

  /// The bytes with ASCII letters in lower case.
  var lowercased: [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(addingCapacity: count) { free in
      for index in indices { free.append(self[index].inSmallLetters) }
    }
    return bytes
  }
}
