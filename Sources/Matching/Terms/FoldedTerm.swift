internal import ScanModel

/// A term as it is sought: its letters and digits, folded.
struct FoldedTerm {
  private(set) var bytes: [UInt8] = []
  /// For each of them, whether the term has a gap before it.
  private(set) var isBehindGap: [Bool] = []
  /// Whether it is a number: it has digits, and no fewer than letters.
  private(set) var isNumber = false

  init(_ term: SearchTerm, by folding: CharacterFolding) {
    var text = term.text
    var digitCount = 0
    text.withUTF8 { text in
      var position = 0
      var hasGap = false
      while position < text.count {
        let character = folding.character(at: position, of: text)
        position += Int(character.length)
        switch character.kind {
        case .nothing: continue
        case .gap: hasGap = !bytes.isEmpty
        default:
          if character.kind == .digit { digitCount += 1 }
          for place in 0..<Int(character.count) {
            bytes.append(UInt8(truncatingIfNeeded: character.bytes >> UInt32(8 * place)))
            isBehindGap.append(hasGap)
            hasGap = false
          }
        }
      }
    }
    isNumber = digitCount > 0 && 2 * digitCount >= bytes.count
  }
}
