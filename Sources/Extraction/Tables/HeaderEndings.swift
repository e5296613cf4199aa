/// Endings of words in small letters, looked up in any case of their ASCII letters without allocating.
struct HeaderEndings: Sendable {
  private var letters: [UInt8] = []
  /// Where each ending lies in `letters`, in the order of their last letters.
  private var parts: [Range<Int>] = []
  /// By last letter (`a` is 1), which of them end in it.
  private var byLastLetter: [Range<Int>] = Array(repeating: 0..<0, count: 32)

  init(_ endings: [String]) {
    for (last, same) in Dictionary(grouping: endings.map { Array($0.utf8) }, by: \.last) {
      let first = parts.count
      for ending in same {
        parts.append(letters.count..<letters.count + ending.count)
        letters += ending
      }
      if let last { byLastLetter[Int(last & 31)] = first..<parts.count }
    }
  }

  /// Whether a part of `text` that is not empty ends in one of the endings and is longer than that.
  func endsProperly(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for number in byLastLetter[Int(text[range.upperBound &- 1] & 31)] {
      let part = parts[number]
      guard part.count < range.count else { continue }
      let end = range.upperBound &- part.count..<range.upperBound
      if letters.span.stands(from: part.lowerBound, in: text, end) { return true }
    }
    return false
  }
}
