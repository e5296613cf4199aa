/// The order in which the glyphs of fonts for Windows and Macintosh usually stand.
///
/// Three without a character come first, then ASCII from the space on, then what Mac Roman has above
/// it. Programs that make a smaller font of one often leave the numbers as they were, and say nothing
/// of characters.
///
/// Source: Apple TrueType Reference Manual, chapter 6, table `post`, format 1.
enum GlyphOrder {
  /// Letters of which the first is narrower than the second in any font that is not monospaced.
  private static let widening = [
    "in", "ln", "tn", "rn", "nm", "ie", "lo", "fd", "ew", "sm", "nw", "rm", "IN", "IM", "EM",
    "JW", "LO", "nW", " n", ".m", "-m", ",w", "am", "tW",
  ].map { Array($0.utf8) }
  private static let leastCount = 8

  /// Whether the widths of glyphs are as the order says: of eight relations at least, none is broken.
  ///
  /// `width` tells that of a glyph by its number; nil where the font does not name it.
  static func isUsual(_ width: (Int) -> Float?) -> Bool {
    var count = 0
    for pair in widening {
      guard let first = width(Int(pair[0]) - 29), let second = width(Int(pair[1]) - 29) else {
        continue
      }
      guard first < second else { return false }
      count += 1
    }
    let digits = (19...28).compactMap(width)
    guard let digit = digits.first, digits.allSatisfy({ $0 == digit }) else {
      return digits.isEmpty && count >= leastCount
    }
    return count + digits.count - 1 >= leastCount && count > leastCount / 2
  }

  /// The character of a glyph in that order.
  static func character(of glyph: Int) -> UInt32? {
    switch glyph {
    case 3...97: return UInt32(glyph + 29)
    case 98...225:
      let character = FontEncodings.macRoman[glyph + 30]
      return character == 0 ? nil : UInt32(character)
    default: return nil
    }
  }
}
