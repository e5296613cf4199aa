internal import Matching
internal import ScanModel

// Whether a term that needs a label has one.

extension EvidenceWeigher {
  /// What says that a term is what its label must name: the header or key of its field, or a label
  /// directly before it, directly above it or in brackets behind it; empty where the term stands beside
  /// one of its neighbours in another column; nil where nothing does.
  ///
  /// Where the catalog does not have the kind, any place counts: rather too much than a miss.
  mutating func naming(
    of range: Range<Int>, by label: SearchTerm.Label, in text: Span<UInt8>,
    layout: borrowing TextLayout
  ) -> [Reason]? {
    guard let pattern = vocabulary.scales.firstIndex(where: { $0.id == label.kind }) else {
      return []
    }
    let field = enclosingField(of: range, layout: layout)
    let meaning = field.flatMap { $0.label >= 0 ? meanings[Int($0.label)] : nil }
    var start = 0
    if let field, let meaning {
      if let word = meaning.supportingWord(pattern) {
        return [.header(vocabulary.words[word].text, form: layout.form)]
      }
      if meaning.opposingWord(pattern) != nil || meaning.isOfValues {
        // A sentence under another name may have labels of its own: `Onderwerp: intake mw. Hof`.
        start = field.range.lowerBound
      }
    }
    let standing = standing(
      of: pattern, around: range, notBefore: start, in: field, isCell: meaning != nil, of: text,
      layout.form)
    switch standing {
    case .label(let word, let distance) where isNamed(range, at: distance, in: text):
      return [.label(vocabulary.words[word].text, distance: distance)]
    case .labelAbove(let word): return [.label(vocabulary.words[word].text, distance: 0)]
    default: return label.neighbours.contains { text.has($0, beside: range) } ? [] : nil
    }
  }

  /// Whether the header or key of a term, or in running text a word directly before it, names it as a
  /// value of the kind, and says more than that it is one: `d.d. 3-3-1980`, but not `datum: 3-3-1980`.
  mutating func isNamed(
    _ range: Range<Int>, _ kind: String, in text: Span<UInt8>, layout: borrowing TextLayout
  ) -> Bool {
    guard let pattern = vocabulary.scales.firstIndex(where: { $0.id == kind }) else {
      return false
    }
    let field = enclosingField(of: range, layout: layout)
    if let field, field.label >= 0 {
      return isNamed(pattern, by: meanings[Int(field.label)])
    }
    guard layout.form == .running || layout.form == .document else { return false }
    let standing = standing(
      of: pattern, around: range, notBefore: field?.range.lowerBound ?? 0, in: field,
      isCell: false, of: text, layout.form)
    guard case .label(let word, let distance) = standing, distance > 0,
      isNamed(range, at: distance, in: text) || isJoined(range, at: distance, in: text)
    else { return false }
    return !LabelMeaning.generalWords.contains(vocabulary.words[word].text)
  }

  /// Whether a header or key names a pattern by more than a general word, and no reported kind beside it.
  private func isNamed(_ pattern: Int, by meaning: LabelMeaning) -> Bool {
    guard let word = meaning.supportingWord(pattern) else { return false }
    return !LabelMeaning.generalWords.contains(vocabulary.words[word].text)
      && meaning.supportedPatterns.allSatisfy { !vocabulary.scales[$0].isReported }
  }

  /// What joins a day to what happened on it.
  private static let joiningWords = ["op", "per", "in"].map { Array($0.utf8) }

  /// Whether nothing but blanks and one joining word stand between a label and a value: `ontslag per`.
  private func isJoined(_ range: Range<Int>, at distance: Int, in text: Span<UInt8>) -> Bool {
    guard distance <= 5 else { return false }
    var word: [UInt8] = []
    for index in range.lowerBound - distance..<range.lowerBound
    where text[index] != UInt8(ascii: " ") {
      word.append(text[index] | 0x20)
    }
    return Self.joiningWords.contains(word)
  }

  /// What the words around a term say of a pattern; those before `start` do not count.
  private mutating func standing(
    of pattern: Int, around range: Range<Int>, notBefore start: Int, in field: TextField?,
    isCell: Bool, of text: Span<UInt8>, _ form: TextLayout.Form
  ) -> Surroundings.Standing {
    surroundings.read(
      text, around: range, notBefore: start, fieldStart: field?.range.lowerBound ?? 0, form: form,
      isCell: isCell, isBehindSame: false)
    return surroundings.standing(of: pattern, in: text, isDirect: true)
  }

  /// The field that a range lies in; nil for what stands between fields.
  private func enclosingField(
    of range: Range<Int>, layout: borrowing TextLayout
  ) -> TextField? {
    let start = range.lowerBound
    let next = layout.fields.firstPlace { $0.range.lowerBound > start }
    guard next > 0, layout.fields[next - 1].range.upperBound > start else { return nil }
    return layout.fields[next - 1]
  }

  /// The letters of a word that may stand between a label and a surname: initials, `de`, `mw.`.
  private static let longestBetween = 3

  /// Whether what stands between a label and a value lets the label mean it: marks and short words
  /// behind a colon, or nothing but blanks before a capital.
  private func isNamed(_ range: Range<Int>, at distance: Int, in text: Span<UInt8>) -> Bool {
    var letterCount = 0
    var hasLetters = false
    var hasMark = false
    for index in range.lowerBound - distance..<range.lowerBound {
      let byte = text[index]
      if byte == UInt8(ascii: ":") || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "\t") {
        hasMark = true
      }
      letterCount = byte.isOfWord ? letterCount + 1 : 0
      hasLetters = hasLetters || letterCount > 0
      if letterCount > Self.longestBetween { return false }
    }
    return hasMark || !hasLetters && !text[range.lowerBound].isSmallLetter
  }
}
