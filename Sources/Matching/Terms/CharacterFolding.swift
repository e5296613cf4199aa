/// Folds characters: letters become small ones without accents, or stay the bytes that they are.
///
/// Plain values, owned by `TermTable`.
struct CharacterFolding {
  /// Characters of one byte, then those of two from U+0080, then U+1E00 to U+1EFF.
  private let table: UnsafeMutablePointer<FoldedCharacter>

  private static let twoBytes = 0x80
  private static let additional = 0x800
  private static let count = 0x900

  init() {
    table = .allocate(capacity: Self.count)
    for value in 0..<UInt32(Self.additional) {
      (table + Int(value)).initialize(to: Self.folded(value))
    }
    for (place, letter) in LatinLetters.additional.enumerated() {
      let value = 0x1E00 + UInt32(place)
      (table + Self.additional + place).initialize(
        to: letter == "." ? Self.asItIs(value) : Self.latin(letter, value))
    }
  }

  /// Gives the memory back; it must not be used again.
  func free() {
    table.deallocate()
  }

  /// The character that begins at `position`; bytes that are no UTF-8 are gaps.
  @inline(__always)
  func character(at position: Int, of text: UnsafeBufferPointer<UInt8>) -> FoldedCharacter {
    let byte = text[position]
    return byte < 0x80 ? table[Int(byte)] : wideCharacter(at: position, of: text)
  }

  /// What an ASCII byte is.
  @inline(__always)
  func kind(ofASCII byte: UInt8) -> FoldedCharacter.Kind { table[Int(byte)].kind }

  private func wideCharacter(
    at position: Int, of text: UnsafeBufferPointer<UInt8>
  ) -> FoldedCharacter {
    let lead = text[position]
    let second = continuation(position &+ 1, of: text)
    guard lead >= 0xC2, second >= 0 else { return FoldedCharacter(.gap, length: 1) }
    if lead < 0xE0 { return table[Int(lead & 0x1F) << 6 | second] }
    let third = continuation(position &+ 2, of: text)
    guard third >= 0 else { return FoldedCharacter(.gap, length: 1) }
    if lead < 0xF0 {
      let value = Int(lead & 0x0F) << 12 | second << 6 | third
      if value >> 8 == 0x1E { return table[Self.additional &+ value & 0xFF] }
      let bytes = UInt32(lead) | UInt32(second | 0x80) << 8 | UInt32(third | 0x80) << 16
      return Self.threeBytes(value, bytes)
    }
    let fourth = continuation(position &+ 3, of: text)
    guard fourth >= 0, lead < 0xF5 else { return FoldedCharacter(.gap, length: 1) }
    // Pictures, and marks that nobody sees.
    let plane = Int(lead & 0x07) << 2 | second >> 4
    if plane == 0x1 && second & 0xF == 0xF { return FoldedCharacter(.gap, length: 4) }
    if plane == 0xE { return FoldedCharacter(.nothing, length: 4) }
    let bytes =
      UInt32(lead) | UInt32(second | 0x80) << 8 | UInt32(third | 0x80) << 16
      | UInt32(fourth | 0x80) << 24
    return FoldedCharacter(.letter, length: 4, bytes: bytes, count: 4)
  }

  /// The six bits of a continuation byte; -1 where there is none.
  @inline(__always)
  private func continuation(_ position: Int, of text: UnsafeBufferPointer<UInt8>) -> Int {
    guard position < text.count, text[position] & 0xC0 == 0x80 else { return -1 }
    return Int(text[position] & 0x3F)
  }

  /// A character of three bytes but those in the table.
  private static func threeBytes(_ value: Int, _ bytes: UInt32) -> FoldedCharacter {
    switch value {
    case 0x1DC0...0x1DFF, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x20D0...0x20FF,
      0xFE00...0xFE0F, 0xFE20...0xFE2F, 0xFEFF:
      return FoldedCharacter(.nothing, length: 3)
    case 0x2000...0x2BFF, 0x2E00...0x2E7F, 0x3000...0x303F, 0xE000...0xF8FF:
      return FoldedCharacter(.gap, length: 3)
    case 0xFB00...0xFB06: return ligature(value)
    case 0xFF10...0xFF19:
      return FoldedCharacter(.digit, length: 3, bytes: UInt32(value - 0xFF10 + 0x30), count: 1)
    case 0xFF21...0xFF3A:
      return FoldedCharacter(.capital, length: 3, bytes: UInt32(value - 0xFF21 + 0x61), count: 1)
    case 0xFF41...0xFF5A:
      return FoldedCharacter(.small, length: 3, bytes: UInt32(value - 0xFF41 + 0x61), count: 1)
    case 0xFF00...0xFF65, 0xFFE0...0xFFFF: return FoldedCharacter(.gap, length: 3)
    default: return FoldedCharacter(.letter, length: 3, bytes: bytes, count: 3)
    }
  }

  /// Letters that type sets as one: text of PDF holds them.
  private static func ligature(_ value: Int) -> FoldedCharacter {
    let letters =
      switch value {
      case 0xFB00: "ff"
      case 0xFB01: "fi"
      case 0xFB02: "fl"
      case 0xFB03: "ffi"
      case 0xFB04: "ffl"
      default: "st"
      }
    return FoldedCharacter(.small, length: 3, letters.utf8)
  }

  /// A character of one or two bytes.
  private static func folded(_ value: UInt32) -> FoldedCharacter {
    guard let scalar = Unicode.Scalar(value) else { return FoldedCharacter(.gap, length: 1) }
    switch value {
    case 0x30...0x39: return FoldedCharacter(.digit, length: 1, [UInt8(value)])
    case 0x41...0x5A: return FoldedCharacter(.capital, length: 1, [UInt8(value | 0x20)])
    case 0x61...0x7A: return FoldedCharacter(.small, length: 1, [UInt8(value)])
    case ..<0x80: return FoldedCharacter(.gap, length: 1)
    case 0xAD: return FoldedCharacter(.nothing, length: 2)
    case ..<0xC0, 0x2B0..<0x300: return FoldedCharacter(.gap, length: 2)
    case 0xC0...0x24F:
      let letter = LatinLetters.extended[Int(value - 0xC0)]
      if letter != "." { return latin(letter, value) }
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return FoldedCharacter(.nothing, length: 2)
    default: return asItIs(value)
    }
  }

  /// A Latin letter that is another one with something added.
  private static func latin(_ letter: Unicode.Scalar, _ value: UInt32) -> FoldedCharacter {
    FoldedCharacter(
      kind(of: value), length: value < 0x800 ? 2 : 3, LatinLetters.plain(letter))
  }

  /// Any other character: the bytes of its small letter, or a gap.
  private static func asItIs(_ value: UInt32) -> FoldedCharacter {
    let length = value < 0x800 ? 2 : 3
    guard let scalar = Unicode.Scalar(value),
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    else { return FoldedCharacter(.gap, length: length) }
    let small = scalar.properties.lowercaseMapping.utf8
    let bytes = (1...4).contains(small.count) ? Array(small) : Array(String(scalar).utf8)
    return FoldedCharacter(kind(of: value), length: length, bytes)
  }

  private static func kind(of value: UInt32) -> FoldedCharacter.Kind {
    guard let properties = Unicode.Scalar(value)?.properties else { return .letter }
    if properties.isUppercase { return .capital }
    return properties.isLowercase ? .small : .letter
  }
}
