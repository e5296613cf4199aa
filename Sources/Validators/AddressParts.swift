/// Where the parts of an address lie in a text.
struct AddressParts {
  private(set) var postcode: Postcode.Form?
  /// House number and addition.
  private(set) var number: Range<Int>?
  /// A word stands before the number.
  private(set) var hasStreet = false
  /// Nothing but words, and numbers of streets such as `2e`, stands there.
  private(set) var isStreetAlone = false
  /// The word before the number is Postbus.
  private(set) var isBox = false

  /// Reads the words of `text` from left to right.
  ///
  /// The house number is the first number behind the postal code
  /// where that opens the text, else the last one before it that follows a word.
  init(_ text: Span<UInt8>) {
    var index = text.trimmedRange.lowerBound
    var lastWord: Range<Int>?
    var hasOtherNumber = false
    while index < text.count {
      let word = Self.word(in: text, from: index)
      guard !word.isEmpty else {
        index += max(text.whiteSpaceLength(at: index), 1)
        continue
      }
      index = word.upperBound
      if let form = Postcode.Form(text, at: Postcode.Form.start(in: text, from: word.lowerBound)),
        postcode == nil, form.isIssued, Self.isEnd(text, at: form.end)
      {
        postcode = form
        index = form.end
        if number != nil { return }
      } else if Self.isHouseNumber(text, word) {
        if let lastWord, postcode == nil {
          hasStreet = true
          isBox = Self.boxes.contains(text.extracting(lastWord))
        }
        guard hasStreet || postcode != nil else {
          hasOtherNumber = true
          continue
        }
        index = Self.endOfAddition(text, from: word.upperBound)
        number = word.lowerBound..<index
        if postcode != nil { return }
      } else if postcode != nil, number == nil {
        // Behind `1234 AB` stands a place, not a number.
        return
      } else if Self.isName(text, word) {
        lastWord = word
      } else if text[word.lowerBound].isASCIIDigit, !Self.isOrdinal(text, word) {
        hasOtherNumber = true
      }
    }
    isStreetAlone = lastWord != nil && number == nil && postcode == nil && !hasOtherNumber
  }

  private static func isName(_ text: Span<UInt8>, _ word: Range<Int>) -> Bool {
    let first = text[word.lowerBound]
    return word.count >= 2 && (first.isASCIILetter || first >= 0x80)
  }

  /// The bytes from `start` up to white space or a comma.
  private static func word(in text: Span<UInt8>, from start: Int) -> Range<Int> {
    var end = start
    while end < text.count, text.whiteSpaceLength(at: end) == 0, text[end] != UInt8(ascii: ",") {
      end += 1
    }
    return start..<end
  }

  /// 1...99999, with letters, or a dash or stroke and more, behind it.
  private static func isHouseNumber(_ text: Span<UInt8>, _ word: Range<Int>) -> Bool {
    guard text[word.lowerBound] != UInt8(ascii: "0") else { return false }
    var digitCount = 0
    var letterCount = 0
    for index in word {
      let byte = text[index]
      if byte.isASCIIDigit {
        if letterCount == 0 { digitCount += 1 }
      } else if byte.isASCIILetter {
        guard digitCount > 0 else { return false }
        letterCount += 1
      } else if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") {
        guard digitCount > 0 else { return false }
        letterCount = max(letterCount, 1)
      } else {
        return false
      }
    }
    return (1...5).contains(digitCount) && !isOrdinal(text, word)
  }

  /// `1e` or `2de`, which belong to the name of a street.
  private static func isOrdinal(_ text: Span<UInt8>, _ word: Range<Int>) -> Bool {
    var start = word.lowerBound
    while start < word.upperBound, text[start].isASCIIDigit { start += 1 }
    return ordinals.contains(text.extracting(start..<word.upperBound))
  }

  /// Behind the addition that follows a house number, or `start` where none does.
  private static func endOfAddition(_ text: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < text.count, case let length = text.spaceLength(at: index), length > 0 {
      index += length
    }
    let addition = word(in: text, from: index)
    guard !addition.isEmpty, index > start else { return start }
    if additions.contains(text.extracting(addition)) { return addition.upperBound }
    let isLetter = addition.count == 1 && text[addition.lowerBound].isASCIILetter
    return isLetter ? addition.upperBound : start
  }

  private static func isEnd(_ text: Span<UInt8>, at index: Int) -> Bool {
    index == text.count
      || !(text[index].isASCIILetter || text[index].isASCIIDigit
        || text[index] >= 0x80
          && text.spaceLength(at: index) == 0)
  }

  private static let boxes = WordTable("postbus|antwoordnummer")
  private static let ordinals = WordTable("e|de|ste")
  private static let additions = WordTable(
    "bis|hs|huis|boven|beneden|rood|zwart|I|II|III|IV|V|VI|to|by")
}
