/// Text made comparable: small letters without accents, one space between words.
///
/// A word ends where a small letter meets a capital (`clientBsn`), where letters meet digits, and
/// at everything that is neither. Lines stay apart. `origins` leads back to the bytes it was made
/// from.
package struct FoldedText {
  /// `a`–`z`, `0`–`9`, space, newline, and `?` for a letter of another alphabet.
  package private(set) var bytes: [UInt8] = []
  /// For every folded byte the offset of the first byte it stands for.
  package private(set) var origins: [Int] = []

  package init() {}

  /// Folds `range` of `text`, replacing what was folded before.
  package mutating func fold(_ text: Span<UInt8>, _ range: Range<Int>) {
    bytes.removeAll(keepingCapacity: true)
    origins.removeAll(keepingCapacity: true)
    var previous = CharacterClass.gap
    var index = range.lowerBound
    while index < range.upperBound {
      let start = index
      let (folded, kind) = Self.next(text, &index, end: range.upperBound)
      switch kind {
      case .gap:
        appendGap(folded, at: start)
      case .small, .capital, .digit:
        // A capital that ends its word, as in KvK, begins none.
        let endsWord = index >= range.upperBound || !text[index].isLetter
        if kind.beginsWord(after: previous), kind != .capital || !endsWord {
          appendGap(UInt8(ascii: " "), at: start)
        }
        bytes.append(folded)
        origins.append(start)
      }
      previous = kind
    }
  }

  private mutating func appendGap(_ byte: UInt8, at origin: Int) {
    guard let last = bytes.last else { return }
    if last == UInt8(ascii: "\n") { return }
    if last == UInt8(ascii: " ") {
      if byte == UInt8(ascii: "\n") { bytes[bytes.count - 1] = byte }
      return
    }
    bytes.append(byte)
    origins.append(origin)
  }

  private enum CharacterClass {
    case gap, small, capital, digit

    func beginsWord(after previous: CharacterClass) -> Bool {
      switch (previous, self) {
      case (.small, .capital), (.small, .digit), (.capital, .digit), (.digit, .small),
        (.digit, .capital):
        true
      default: false
      }
    }
  }

  /// Reads one character and gives its folded byte and class.
  private static func next(
    _ text: Span<UInt8>, _ index: inout Int, end: Int
  ) -> (UInt8, CharacterClass) {
    let byte = text[index]
    index += 1
    switch byte {
    case 0x61...0x7A: return (byte, .small)
    case 0x41...0x5A: return (byte + 0x20, .capital)
    case 0x30...0x39: return (byte, .digit)
    case 0x0A: return (byte, .gap)
    case 0..<0x80: return (UInt8(ascii: " "), .gap)
    default: break
    }
    var second: UInt8 = 0
    if index < end, text[index] & 0xC0 == 0x80 { second = text[index] }
    while index < end, text[index] & 0xC0 == 0x80 { index += 1 }
    switch byte {
    case 0xC3: return latinLetter(second)
    case 0xC2, 0xE2, 0xEF, 0xE3: return (UInt8(ascii: " "), .gap)
    default: return (UInt8(ascii: "?"), .small)
    }
  }

  /// The plain letter of U+00C0–U+00FF, by its second byte.
  private static func latinLetter(_ second: UInt8) -> (UInt8, CharacterClass) {
    let plain: StaticString = "aaaaaaaceeeeiiiidnooooo ouuuuypsaaaaaaaceeeeiiiidnooooo ouuuuypy"
    guard (0x80...0xBF).contains(second) else { return (UInt8(ascii: "?"), .small) }
    let letter = plain.utf8Start[Int(second - 0x80)]
    if letter == UInt8(ascii: " ") { return (letter, .gap) }
    return (letter, second < 0xA0 ? .capital : .small)
  }
}

extension UInt8 {
  /// Whether it is an ASCII letter.
  fileprivate var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
}
