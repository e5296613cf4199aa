/// How often characters stand in texts, among those beyond ASCII; together 1.
struct LetterShares {
  /// By character, as far as any that counts.
  private var shares = [Float](repeating: 0, count: 0x2200)

  /// Of so many small letters one is a capital.
  private static let capitalShare: Float = 0.08

  /// From characters with their counts, such as `é421 ë389`; capitals come with small letters.
  init(_ letters: String) {
    var total: Float = 0
    for part in letters.utf8.split(separator: UInt8(ascii: " ")) {
      let letter = Substring(part).unicodeScalars.first ?? " "
      let count = Float(Substring(part.dropFirst(UTF8.width(letter)))) ?? 0
      total += count
      let capital = letter.properties.uppercaseMapping.unicodeScalars
      if capital.count == 1, let capital = capital.first, capital != letter {
        shares[Int(letter.value)] += count * (1 - Self.capitalShare)
        shares[Int(capital.value)] += count * Self.capitalShare
      } else {
        shares[Int(letter.value)] += count
      }
    }
    for character in shares.indices { shares[character] /= total }
  }

  /// The mean of several.
  init(meanOf all: [LetterShares]) {
    for one in all {
      for character in shares.indices {
        shares[character] += one.shares[character] / Float(all.count)
      }
    }
  }

  subscript(character: UInt16) -> Float {
    Int(character) < shares.count ? shares[Int(character)] : 0
  }
}
