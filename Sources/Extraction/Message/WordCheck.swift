import ScanModel

/// Tells whether texts hold a word that another text does not have.
///
/// It is a sink: what a reader puts into it is compared, and not kept.
struct WordCheck: DocumentSink, ~Copyable {
  let context: ExtractionContext
  private var known: Set<UInt64> = []
  /// Whether there was a word that is not known.
  private(set) var hasFoundNew = false

  /// `text` is the text whose words are known, in UTF-8.
  init(_ text: Span<UInt8>, context: ExtractionContext) {
    self.context = context
    var position = 0
    while let word = Self.nextWord(text, from: position) {
      known.insert(word.hash)
      position = word.end
    }
  }

  /// There is nothing more to learn behind a new word.
  var isCancelled: Bool { hasFoundNew }

  mutating func take(_ text: Span<UInt8>, layout: borrowing TextLayout) {
    var position = layout.live.lowerBound
    // A word that reaches into the live range was looked at before.
    if position > 0, text.isWord(at: position - 1) {
      while position < text.count, text.isWord(at: position) { position += 1 }
    }
    while !hasFoundNew, let word = Self.nextWord(text, from: position) {
      guard word.start < layout.live.upperBound else { return }
      if word.end - word.start > 2, !known.contains(word.hash) { hasFoundNew = true }
      position = word.end
    }
  }

  mutating func beginText(at parts: [DocumentPart]) {}
  mutating func endText() {}
  mutating func beginMember(at parts: [DocumentPart]) {}
  mutating func endMember(_ outcome: MemberOutcome, contentType: String) {}
  mutating func miss(_ reason: PartialReason, at parts: [DocumentPart]) {}

  private static func nextWord(
    _ text: Span<UInt8>, from start: Int
  ) -> (start: Int, end: Int, hash: UInt64)? {
    var position = start
    while position < text.count, !text.isWord(at: position) { position += 1 }
    guard position < text.count else { return nil }
    let wordStart = position
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    while position < text.count, text.isWord(at: position) {
      let byte = text[position]
      let folded = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
      hash = (hash ^ UInt64(folded)) &* 0x100_0000_01B3
      position += 1
    }
    return (wordStart, position, hash)
  }
}

extension Span<UInt8> {
  /// Whether the byte belongs to a word: a letter, a digit, or a character beyond ASCII that is
  /// neither a no-break space nor punctuation.
  fileprivate func isWord(at position: Int) -> Bool {
    let byte = self[position]
    if byte < 0x80 {
      return byte &- UInt8(ascii: "0") < 10 || (byte | 0x20) &- UInt8(ascii: "a") < 26
    }
    func isNear(_ offset: Int, _ value: UInt8) -> Bool {
      let place = position + offset
      return place >= 0 && place < count && self[place] == value
    }
    switch byte {
    case 0xC2: return !isNear(1, 0xA0)
    case 0xA0: return !isNear(-1, 0xC2)
    case 0xE2: return !isNear(1, 0x80)
    case 0x80: return !isNear(-1, 0xE2)
    default: return !(isNear(-1, 0x80) && isNear(-2, 0xE2))
    }
  }
}
