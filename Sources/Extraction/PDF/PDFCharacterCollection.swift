/// The glyphs of East Asia that Adobe has numbered, of which only the Latin ones are known here.
///
/// Each collection has the printable characters of ASCII twice: as wide as they are, and half an em.
///
/// Source: Adobe Technical Notes 5078, 5079, 5080 and 5093.
enum PDFCharacterCollection: Hashable {
  case japan1, gb1, cns1, korea1

  /// The collection that `/Ordering` names; nil for any other one.
  init?(ordering: [UInt8]) {
    switch String(decoding: ordering, as: UTF8.self) {
    case "Japan1": self = .japan1
    case "GB1": self = .gb1
    case "CNS1": self = .cns1
    case "Korea1": self = .korea1
    default: return nil
    }
  }

  /// The number of the space that is half an em wide, if the other characters follow it.
  private var halfWidthSpace: UInt32 {
    switch self {
    case .japan1: 231
    case .gb1: 813
    case .cns1: 13648
    case .korea1: 8094
    }
  }

  /// The space of GB1 stands apart.
  private static let otherSpace: UInt32 = 7716

  /// The number of a printable character of ASCII.
  func number(of character: UInt32, isHalfWidth: Bool) -> UInt32 {
    guard isHalfWidth else { return character - 0x20 + 1 }
    return self == .gb1 && character == 0x20
      ? Self.otherSpace : character - 0x20 + halfWidthSpace
  }

  /// The character of ASCII that a glyph shows; nil for any other one.
  func character(of number: UInt32) -> UInt32? {
    switch (self, number) {
    case (_, 1...95): character(number - 1 + 0x20)
    case (.gb1, Self.otherSpace): 0x20
    case (.gb1, halfWidthSpace): nil
    case (_, halfWidthSpace...halfWidthSpace + 94): character(number - halfWidthSpace + 0x20)
    case (.japan1, 97): UInt32(UInt8(ascii: "\\"))
    case (.japan1, 99): UInt32(UInt8(ascii: "|"))
    case (.japan1, 100): UInt32(UInt8(ascii: "~"))
    default: nil
    }
  }

  /// The character where ASCII has `character`: that of Japan has the yen for a backslash.
  private func character(_ character: UInt32) -> UInt32 {
    self == .japan1 && character == 0x5C ? 0xA5 : character
  }
}
