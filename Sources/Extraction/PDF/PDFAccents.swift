/// Letters whose accent is drawn for itself, as TeX and other typesetters do: `e` and `´` over each other.
enum PDFAccents {
  /// The mark that a character of its own stands for over or below a letter; nil where it is none.
  static func mark(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    isMark(scalar) ? scalar : marks[scalar]
  }

  /// Whether it is a mark that belongs to the character before it.
  static func isMark(_ scalar: Unicode.Scalar) -> Bool { (0x300...0x36F).contains(scalar.value) }

  /// The letter with the mark, where there is one such character.
  static func composed(_ letter: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
    let isDotless = letter == "\u{131}"
    return letters[pair(isDotless ? "i" : letter, mark)]
  }

  private static let marks: [Unicode.Scalar: Unicode.Scalar] = [
    "`": "\u{300}", "\u{2CB}": "\u{300}", "\u{B4}": "\u{301}", "\u{2CA}": "\u{301}",
    "^": "\u{302}", "\u{2C6}": "\u{302}", "~": "\u{303}", "\u{2DC}": "\u{303}", "\u{AF}": "\u{304}",
    "\u{2C9}": "\u{304}", "\u{2D8}": "\u{306}", "\u{2D9}": "\u{307}", "\u{A8}": "\u{308}",
    "\u{2DA}": "\u{30A}", "\u{B0}": "\u{30A}", "\u{2DD}": "\u{30B}", "\u{2C7}": "\u{30C}",
    "\u{B8}": "\u{327}", "\u{2DB}": "\u{328}",
  ]

  /// By letter and mark, which characters equal to both together.
  private static let letters: [Character: Unicode.Scalar] = {
    var letters: [Character: Unicode.Scalar] = [:]
    for range: ClosedRange<UInt32> in [0xC0...0x17F, 0x1CD...0x233, 0x1E00...0x1EF9] {
      for scalar in range.compactMap(Unicode.Scalar.init) { letters[Character(scalar)] = scalar }
    }
    return letters
  }()

  private static func pair(_ letter: Unicode.Scalar, _ mark: Unicode.Scalar) -> Character {
    var text = String(letter)
    text.unicodeScalars.append(mark)
    return Character(text)
  }
}
