/// Tells the character set of a text that names none, and is not UTF-8, by its letters.
enum CharsetGuess {
  /// How much likelier a text must be in another character set than in Windows-1252, in bits.
  private static let leastMargin: Float = 16
  /// How many different letters must speak for it.
  private static let leastLetters = 3
  /// Letters that cost more bits on average are none of any language.
  private static let mostBits: Float = 8

  /// Nil where the text may as well be UTF-8, Windows-1252 or the DOS of Western Europe.
  static func charset(of head: Span<UInt8>, _ utf8: UTF8Shape) -> CharsetID? {
    // By chance every third pair or so of kana is a character of UTF-8; of other letters few are.
    guard utf8.strayCount > 0, 2 * utf8.strayCount >= utf8.characterCount else { return nil }
    if let charset = DoubleByteShape.charset(of: head) { return charset }
    guard utf8.strayCount > 4 * utf8.characterCount else { return nil }
    let letters = LetterCounts(head)
    let found = letters.found
    guard found.count >= leastLetters else { return nil }
    var western = Float.infinity
    var best: (cost: Float, model: CharsetModel)?
    for model in CharsetModel.all {
      let cost = model.cost(of: letters, found: found)
      if model.isWestern {
        western = min(western, cost)
      } else if cost < best?.cost ?? .infinity {
        best = (cost, model)
      }
    }
    guard let best, best.cost + leastMargin < western,
      best.cost < mostBits * Float(letters.total),
      best.model.knownCount(among: found) >= leastLetters
    else { return nil }
    return best.model.charset
  }
}
