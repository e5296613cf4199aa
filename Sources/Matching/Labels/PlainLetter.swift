/// The letter of `a` to `z` that a character of U+00C0 to U+00FF is read as.
package struct PlainLetter {
  package let letter: UInt8
  package let isCapital: Bool

  private static let letters: StaticString =
    "aaaaaaaceeeeiiiidnooooo ouuuuypsaaaaaaaceeeeiiiidnooooo ouuuuypy"

  /// By the byte behind 0xC3; nil for a character that is no letter.
  package init?(second: UInt8) {
    guard 0x80...0xBF ~= second else { return nil }
    letter = Self.letters.utf8Start[Int(second - 0x80)]
    isCapital = second < 0xA0
    if letter == UInt8(ascii: " ") { return nil }
  }

  /// Whether characters whose first byte this is part words: signs, spaces and dashes.
  @inline(__always)
  package static func isGap(_ first: UInt8) -> Bool {
    first == 0xC2 || first == 0xE2 || first == 0xE3 || first == 0xEF
  }
}
