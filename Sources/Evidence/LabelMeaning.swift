/// What a header, key or element name says of the values below it.
package struct LabelMeaning: Sendable {
  /// By number of the pattern that it names, the number of the word that does so.
  private(set) var supported: [Int: Int] = [:]
  /// By number of the pattern that it speaks against, the number of the word that does so.
  private(set) var opposed: [Int: Int] = [:]

  /// The numbers of the patterns that it names, ascending.
  package var supportedPatterns: [Int] { supported.keys.sorted() }

  /// Whether any word of the vocabulary is in it.
  var isKnown: Bool { !supported.isEmpty || !opposed.isEmpty }

  /// Names of fields that only repeat what the name around them says.
  private static let generalWords: Set<String> = [
    "datum", "date", "nummer", "nr", "number", "naam", "name", "waarde", "value", "code", "tekst",
    "text", "id",
  ]

  init(_ label: [UInt8], vocabulary: Vocabulary) {
    var folded = FoldedText()
    folded.fold(label.span, 0..<min(label.count, 200))
    var hits: [WordHit] = []
    vocabulary.hits(in: folded.bytes, into: &hits)
    // The last word decides: in `factuur e-mail` it is `e-mail`, in `bsn factuurnummer` the other.
    for hit in hits {
      let word = vocabulary.words[hit.word]
      // `Haverkamp` is no address, and the `v` of `v4` no number, though they begin or end so.
      if word.isEnding || (word.length == 1 && hit.range != 0..<folded.bytes.count) { continue }
      // `Geboortedatum.Datum`: a general word adds nothing to one that is known.
      if isKnown, Self.generalWords.contains(word.text) { continue }
      for pattern in word.countered {
        supported[pattern] = nil
        opposed[pattern] = hit.word
      }
      for pattern in word.labelled {
        opposed[pattern] = nil
        supported[pattern] = hit.word
      }
    }
  }
}
