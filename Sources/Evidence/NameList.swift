// Names in a row behind one label: `Aanwezig: A. de Wit, mw. Jansen (voorzitter) en K. Bakker`.

extension Span<UInt8> {
  /// The longest that stands between two names of a list, with what is said of the first.
  private static var longestItem: Int { 60 }

  /// Whether a comma, a semicolon or a conjunction stands before `place`, perhaps with a title.
  func mayListName(at place: Int) -> Bool {
    var index = place - 1
    let limit = Swift.max(0, place - 12)
    while index >= limit {
      switch self[index] {
      case UInt8(ascii: ","), UInt8(ascii: ";"): return true
      case UInt8(ascii: "n") where index > 1 && self[index - 1] == UInt8(ascii: "e"):
        if self[index - 2] == UInt8(ascii: " ") { return true }
      case UInt8(ascii: "\n"), UInt8(ascii: ":"): return false
      default: break
      }
      index -= 1
    }
    return false
  }

  /// Whether `range`, from the end of a label on, is a colon and items of a list, the last of which
  /// has just begun: each has a capital and none a digit.
  func listsNames(in range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound, self[index] != UInt8(ascii: ":") {
      guard self[index] != UInt8(ascii: "\n"), index - range.lowerBound < 40 else { return false }
      index += 1
    }
    var itemStart = index + 1
    var hasCapital = false
    var itemCount = 0
    for index in range where index >= itemStart {
      switch self[index] {
      case UInt8(ascii: ","), UInt8(ascii: ";"):
        guard hasCapital else { return false }
        itemCount += 1
        itemStart = index + 1
        hasCapital = false
      case UInt8(ascii: ":"), UInt8(ascii: "\n"), 0x30...0x39: return false
      case 0x41...0x5A, 0xC3: hasCapital = true
      default: break
      }
      if index - itemStart > Self.longestItem { return false }
    }
    return itemCount > 0 || hasCapital
  }
}
