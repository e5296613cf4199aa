/// What names of glyphs stand for that programs have made of numbers.
enum GlyphNumbering {
  /// Each is its code: dvips writes 360 and the code to the base 36 (`BC` for 48).
  case codes
  /// Each is its code to the base 16 behind a letter (`C41` for `A`), as converters of print files write it.
  case latinCodes
  /// Each is how many glyphs there were before (`a0`, `a1`, …), as Ghostscript names pictures of them.
  case counts

  /// The codes below the printable ones, which a font of text does not use one by one.
  private static let countedCodes = 0..<0x20

  /// The numbering of a font; nil where its names mean something, or nothing at all.
  init?(of names: [(code: Int, name: [UInt8])], isType3: Bool) {
    if names.count > 1, names.allSatisfy({ Self.hexadecimalCode(of: $0.name) == $0.code }) {
      self = .latinCodes
      return
    }
    guard isType3 else { return nil }
    let byCode = Dictionary(names.map { ($0.code, $0.name) }, uniquingKeysWith: { _, last in last })
    if names.count > 1, names.allSatisfy({ Self.dvipsCode(of: $0.name) == $0.code }) {
      self = .codes
    } else if Self.countedCodes.allSatisfy({ byCode[$0] == Array("a\($0)".utf8) }) {
      self = .counts
    } else {
      return nil
    }
  }

  private static func hexadecimalCode(of name: [UInt8]) -> Int? {
    guard name.count == 3, name[0].isASCIILetter, let high = name[1].hexDigit,
      let low = name[2].hexDigit
    else { return nil }
    return Int(high) << 4 | Int(low)
  }

  private static func dvipsCode(of name: [UInt8]) -> Int? {
    guard name.count == 2, let number = Int(String(decoding: name, as: UTF8.self), radix: 36),
      !name.contains(where: { $0 >= UInt8(ascii: "a") })
    else { return nil }
    return number - 360
  }
}
