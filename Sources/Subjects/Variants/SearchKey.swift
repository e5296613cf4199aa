/// What a search sees of a text: its letters and digits, small and without accents.
struct SearchKey: Hashable, Sendable {
  let text: String

  /// Without what stands between letters and digits: `jpdevries`.
  init(_ text: String) {
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      let bytes = text.utf8.compactMap(\.foldedASCII)
      self.text = String(decoding: bytes, as: UTF8.self)
      return
    }
    self.text = text.unicodeScalars.reduce(into: "") { $0 += $1.folded }
  }

  /// With one space where something stands between them: `j p de vries`.
  init(words text: String) {
    var key = ""
    var hasGap = false
    for scalar in text.unicodeScalars {
      let letters = scalar.folded
      if letters.isEmpty {
        hasGap = hasGap || !scalar.isMark
        continue
      }
      if hasGap, !key.isEmpty { key += " " }
      hasGap = false
      key += letters
    }
    self.text = key
  }

  /// Whether another of at least so many bytes stands in it.
  func contains(_ other: SearchKey, from least: Int) -> Bool {
    other.text.utf8.count >= least && text.holds(other.text)
  }
}

extension String {
  /// Whether `part` stands somewhere in the text, byte for byte.
  fileprivate func holds(_ part: String) -> Bool {
    let whole = Array(utf8)
    let part = Array(part.utf8)
    guard part.count <= whole.count else { return false }
    return (0...whole.count - part.count).contains { whole[$0...].starts(with: part) }
  }
}

extension Unicode.Scalar {
  /// An accent or other mark that belongs to the letter before it.
  fileprivate var isMark: Bool {
    properties.generalCategory == .nonspacingMark || properties.generalCategory == .spacingMark
  }

  /// `e` for `É`, `ij` for `Ĳ`; empty for what is neither letter nor digit.
  fileprivate var folded: String {
    if let byte = UInt8(exactly: value), byte < 0x80 {
      return byte.foldedASCII.map { String(Unicode.Scalar($0)) } ?? ""
    }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter:
      return latinLetters ?? properties.lowercaseMapping
    case .otherLetter, .modifierLetter, .decimalNumber: return String(self)
    default: return ""
    }
  }

  /// The plain letters that the Unicode name of a Latin letter gives: those of `LATIN SMALL LETTER O
  /// WITH STROKE` are `o`; nil for other letters.
  private var latinLetters: String? {
    switch value {
    case 0xDF, 0x1E9E: return "ss"
    case 0xD0, 0xF0: return "d"
    case 0xDE, 0xFE: return "th"
    case 0x131: return "i"
    default: break
    }
    guard let words = properties.name?.split(separator: " "), words.count >= 4,
      words[0] == "LATIN", words[2] == "LETTER" || words[2] == "LIGATURE",
      words.count == 4 || words[4] == "WITH", words[3].utf8.count <= 2
    else { return nil }
    return words[3].lowercased()
  }
}

extension UInt8 {
  /// A small letter or digit; nil for other bytes of ASCII.
  fileprivate var foldedASCII: UInt8? {
    switch self {
    case 0x30...0x39, 0x61...0x7A: self
    case 0x41...0x5A: self | 0x20
    default: nil
    }
  }
}
