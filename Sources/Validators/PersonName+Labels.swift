// Labels in capitals that stand behind names: `K. Smit AGB 01234567`.

extension PersonName {
  /// The length of what stands before such labels in a candidate that took them for names; nil where
  /// there is none.
  static func prefixLength(of text: Span<UInt8>) -> Int? {
    guard text.count > 0, text[text.count - 1].isUppercaseASCII else { return nil }
    let words = words(of: text)
    var count = words.count
    while count > 1,
      isLabel(text.extracting(words[count - 1]), behind: text.extracting(words[count - 2]))
    {
      count -= 1
    }
    return count < words.count ? words[count - 1].upperBound : nil
  }

  private static func isLabel(_ word: Span<UInt8>, behind name: Span<UInt8>) -> Bool {
    guard let row = labels.row(of: word), !word.hasSmallLetter,
      name.count > 1, name[name.count - 1] != UInt8(ascii: "."), !joinedPrefixes.contains(name)
    else { return false }
    return row == 0 || name.hasSmallLetter
  }

  private static func words(of text: Span<UInt8>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start = 0
    var index = 0
    while index < text.count {
      let length = text.whiteSpaceLength(at: index)
      if length > 0 {
        if start < index { words.append(start..<index) }
        start = index + length
      }
      index += max(length, 1)
    }
    if start < index { words.append(start..<index) }
    return words
  }

  /// Those of the second row are names too.
  private static let labels = WordTable(
    """
    bsn|agb|kvk|iban|rsin|btw|bic|tel|telefoon|gsm|fax|uzi|ura|uzovi|nr|email|sofi|postcode|geboortedatum
    big|geb|mob|rek|bank|giro|dob|mail|adres|pc|id
    """)
}

extension Span<UInt8> {
  fileprivate var hasSmallLetter: Bool {
    for index in indices where self[index].isLowercaseASCII { return true }
    return false
  }
}
