/// Words of which a label is one, or ends with one: `adres.huisnummer` with `huisnummer`.
///
/// A general word, such as `nr`, must be all of the label: `tel nr` is no number of a house.
struct LabelEndings: Sendable {
  private let words: [(folded: [UInt8], isGeneral: Bool)]

  init(_ words: [String]) {
    var folded = FoldedText()
    self.words = words.map { word in
      folded.fold(word.utf8.span, 0..<word.utf8.count)
      return (folded.array, LabelMeaning.generalWords.contains(word))
    }
  }

  /// Whether a folded label is one of the words or ends with one.
  func match(_ label: UnsafeBufferPointer<UInt8>) -> Bool {
    let label = label.last == UInt8(ascii: " ") ? label.dropLast() : label[...]
    return words.contains { word, isGeneral in
      guard label.count > word.count else { return label.elementsEqual(word) }
      return !isGeneral && label.suffix(word.count).elementsEqual(word)
        && label[label.endIndex - word.count - 1] == UInt8(ascii: " ")
    }
  }
}
