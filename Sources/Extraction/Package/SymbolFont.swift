/// A font of signs in the places of letters, as far as its boxes to tick go.
enum SymbolFont {
  case wingdings, wingdings2

  /// The font of this name; nil for one of letters.
  init?(named name: [UInt8]?) {
    guard let name, name.starts(with: "Wingdings".utf8) else { return nil }
    switch name.count {
    case 9: self = .wingdings
    case 11 where name.last == UInt8(ascii: "2"): self = .wingdings2
    default: return nil
    }
  }

  /// The box that the letter of this code shows.
  func box(_ code: UInt8) -> Unicode.Scalar? {
    switch (self, code) {
    case (.wingdings, 0x78), (.wingdings, 0xFD), (.wingdings, 0xFE), (.wingdings2, 0x52...0x54):
      "\u{2612}"
    case (.wingdings, 0x6F), (.wingdings, 0xA8), (.wingdings2, 0xA3): "\u{2610}"
    default: nil
    }
  }
}
