/// Goes from letter to letter of what may be a term, over the gaps between them.
struct TermSteps {
  /// Whether `%20` is a blank, as in addresses of the web.
  let readsEscapes: Bool
  /// Whether it came upon such a one, read or not.
  private(set) var hasEscapes = false
  /// Behind the last letter or digit.
  private(set) var position: Int
  /// What stands before the last one.
  private(set) var gap: Range<Int>
  private let start: Int
  private var kind = FoldedCharacter.Kind.gap
  private var kindBefore = FoldedCharacter.Kind.gap

  init(at start: Int, readsEscapes: Bool) {
    self.readsEscapes = readsEscapes
    self.start = start
    position = start
    gap = start..<start
    hasGap = false
  }

  /// Whether there is more before the last one than characters that are nothing.
  private(set) var hasGap: Bool

  /// Whether the gap is one between two digits.
  var isBetweenDigits: Bool { kind == .digit && kindBefore == .digit }

  /// Whether the last two are both digits or both letters.
  var isOfOneClass: Bool { (kind == .digit) == (kindBefore == .digit) }

  /// The next letter or digit; nil where too much stands before it, or the text ends.
  @inline(__always)
  mutating func next(
    _ folding: CharacterFolding, in text: UnsafeBufferPointer<UInt8>
  ) -> FoldedCharacter? {
    let end = position
    var next = position
    var gapByteCount = 0
    var lineFeedCount = 0
    var nothing = 0
    while next < text.count {
      var character = folding.character(at: next, of: text)
      var width = Int(character.length)
      if text[next] == UInt8(ascii: "%"), let escaped = folding.escaped(at: next, of: text) {
        hasEscapes = true
        if readsEscapes { (character, width) = (escaped, Int(escaped.length) / 3) }
      }
      switch character.kind {
      case .gap:
        gapByteCount &+= width
        if text[next] == 0x0A { lineFeedCount &+= 1 }
        if gapByteCount > TermSearch.longestGap || lineFeedCount > TermSearch.mostLineFeeds {
          return nil
        }
      case .nothing:
        nothing &+= Int(character.length)
        if nothing > TermSearch.longestNothing { return nil }
      default:
        gap = end..<next
        hasGap = gapByteCount > 0
        position = next &+ Int(character.length)
        kindBefore = kind
        kind = character.kind
        return position - start > TermSearch.longestMatch ? nil : character
      }
      next &+= Int(character.length)
    }
    return nil
  }
}
