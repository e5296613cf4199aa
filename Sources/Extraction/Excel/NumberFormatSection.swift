/// Reads a section of a format code.
struct NumberFormatSection {
  /// Longer codes than Excel allows show numbers as they are.
  private static let byteLimit = 1024

  private var pattern = DigitPattern()
  private var hasDay = false
  private var hasMonth = false
  private var hasHour = false
  /// Whether there is something that makes it no pattern of digits: a decimal sign, a condition.
  private var isOther = false
  private var isUnknown = false

  var format: NumberFormat {
    if isUnknown { return .general }
    let hasDate = hasDay || hasMonth && !hasHour
    if hasDate || hasHour {
      return hasDate ? (hasHour ? .dateAndTime : .date) : .time
    }
    return isOther || pattern.isEmpty || !pattern.changesNumbers ? .general : .digits(pattern)
  }

  mutating func read(_ code: Span<UInt8>) {
    guard code.count <= Self.byteLimit else { return isUnknown = true }
    var position = 0
    while position < code.count {
      let byte = code[position]
      position += 1
      switch byte {
      case UInt8(ascii: ";"): return
      case UInt8(ascii: "\""):
        while position < code.count, code[position] != UInt8(ascii: "\"") {
          pattern.append(.literal(code[position]))
          position += 1
        }
        position += 1
      case UInt8(ascii: "\\"):
        if position < code.count { pattern.append(.literal(code[position])) }
        position += 1
      // A space as wide as a character, and a character that fills the cell.
      case UInt8(ascii: "_"), UInt8(ascii: "*"): position += 1
      case UInt8(ascii: "["): position = readBracket(code, from: position)
      default: take(byte)
      }
    }
  }

  private mutating func readBracket(_ code: Span<UInt8>, from start: Int) -> Int {
    var end = start
    while end < code.count, code[end] != UInt8(ascii: "]") { end += 1 }
    guard start < end else { return end + 1 }
    switch code[start] {
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "="): isOther = true
    case UInt8(ascii: "h"), UInt8(ascii: "m"), UInt8(ascii: "s"), UInt8(ascii: "H"),
      UInt8(ascii: "M"), UInt8(ascii: "S"):
      // Hours that go on past 24; a colour is a longer word.
      var isElapsed = true
      for index in start..<end where code[index] | 0x20 != code[start] | 0x20 { isElapsed = false }
      if isElapsed { hasHour = true }
    default: break
    }
    return end + 1
  }

  private mutating func take(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "0"): pattern.append(.zero)
    case UInt8(ascii: "#"), UInt8(ascii: "?"): pattern.append(.optional)
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "%"), UInt8(ascii: "@"): isOther = true
    case UInt8(ascii: "/"):
      // In a date it is a literal, else a fraction.
      if !pattern.isEmpty { isOther = true }
    case UInt8(ascii: "E"), UInt8(ascii: "e"):
      if pattern.isEmpty { hasDay = true } else { isOther = true }
    default:
      takeLetter(byte)
    }
  }

  private mutating func takeLetter(_ byte: UInt8) {
    switch byte | 0x20 {
    // `j` is the year in codes of Dutch editions.
    case UInt8(ascii: "d"), UInt8(ascii: "y"), UInt8(ascii: "j"): hasDay = true
    case UInt8(ascii: "m"): hasMonth = true
    case UInt8(ascii: "h"), UInt8(ascii: "s"), UInt8(ascii: "u"): hasHour = true
    // AM/PM.
    case UInt8(ascii: "a"), UInt8(ascii: "p"): break
    // Words such as General and Standard.
    case 0x61...0x7A: isUnknown = true
    default: pattern.append(.literal(byte))
    }
  }
}
