/// What names of glyphs stand for that programs have made of numbers.
enum GlyphNumbering {
  /// Each is its code: dvips writes 360 and the code to the base 36 (`BC` for 48).
  case codes
  /// Each is how many glyphs there were before (`a0`, `a1`, …), as Ghostscript names pictures of them.
  case counts

  /// The codes below the printable ones, which a font of text does not use one by one.
  private static let countedCodes = 0..<0x20

  /// The numbering of a font of type 3; nil where its names mean something, or nothing at all.
  init?(of names: [(code: Int, name: [UInt8])]) {
    let byCode = Dictionary(names.map { ($0.code, $0.name) }, uniquingKeysWith: { _, last in last })
    if names.count > 1, names.allSatisfy({ Self.dvipsCode(of: $0.name) == $0.code }) {
      self = .codes
    } else if Self.countedCodes.allSatisfy({ byCode[$0] == Array("a\($0)".utf8) }) {
      self = .counts
    } else {
      return nil
    }
  }

  private static func dvipsCode(of name: [UInt8]) -> Int? {
    guard name.count == 2, let number = Int(String(decoding: name, as: UTF8.self), radix: 36),
      !name.contains(where: { $0 >= UInt8(ascii: "a") })
    else { return nil }
    return number - 360
  }
}
