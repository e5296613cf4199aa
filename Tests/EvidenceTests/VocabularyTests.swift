import BuiltInPatterns
import Evidence
import Matching
import PatternCatalog
import TestSupport
import Testing

@Suite struct VocabularyTests {
  @Test(arguments: [
    ("het BSN van", ["bsn"]), ("clientBSN", ["bsn"]), ("clientbsn", ["bsn"]),
    ("bsnnummer", ["bsn"]), ("absn", []), ("bsnx", []),
    ("burger service nummer", ["burger service"]),
    ("Dorpsstraat", ["*straat"]), ("straat", ["*straat"]), ("straatweg", []),
    ("Dorpsstraatnr", ["*straat"]), ("burger", []), ("", []), (" - ", []),
  ])
  func `finds words as a label may be written`(text: String, words: [String]) throws {
    let vocabulary = Vocabulary(try Self.catalog())
    #expect(vocabulary.words(in: folded(text)).map(\.word) == words)
  }

  /// All words of the built-in patterns, glued and parted in every way, against a search that tries
  /// every word at every place.
  @Test(arguments: 1...8)
  func `finds the words that a plain search finds`(seed: UInt64) throws {
    let catalog = PatternCatalog(compactForm: builtInPatterns)
    let vocabulary = Vocabulary(catalog)
    let plain = PlainVocabulary(catalog)
    var random = SplitMix64(seed: seed)
    for _ in 0..<60 {
      let text = folded(plain.randomText(&random))
      let found = vocabulary.words(in: text).map { FoundWord(word: form($0.word), range: $0.range) }
      #expect(
        found == plain.words(in: text.array), "\(String(decoding: text.array, as: UTF8.self))")
    }
  }

  private static func catalog() throws -> PatternCatalog {
    try PatternCatalog(files: [
      (
        name: "bsn.yaml",
        text: """
        id: bsn
        name: {nl: 'BSN', en: 'BSN'}
        class: national-id
        source: 'none'
        expressions: [{notation: plain, regex: '[0-9]{9}'}]
        labels: [bsn, burger service, '*straat']
        confidence: {bare: 0.3, label: 0.5}
        examples: ['⟦123456782⟧', 'x ⟦123456782⟧']
        """
      )
    ])
  }
}

private struct FoundWord: Equatable {
  let word: [UInt8]
  let range: Range<Int>
}

/// The words of a catalog, searched for as slowly as can be.
private struct PlainVocabulary {
  /// By folded form, whether letters may stand before.
  private var isEnding: [[UInt8]: Bool] = [:]

  init(_ catalog: PatternCatalog) {
    for pattern in catalog.patterns {
      for label in pattern.labels + pattern.counterWords {
        let form = form(label)
        isEnding[form] = isEnding[form] == true || label.hasPrefix("*")
      }
    }
  }

  func words(in text: [UInt8]) -> [FoundWord] {
    var kept: [FoundWord] = []
    for (start, end) in occurrences(in: text) {
      guard let suffixEnd = endOfWord(text, from: end) else { continue }
      let range = start..<suffixEnd
      while let last = kept.last, range.contains(last.range) { kept.removeLast() }
      if let last = kept.last, last.range.contains(range) { continue }
      kept.append(FoundWord(word: Array(text[start..<end]), range: range))
    }
    return kept
  }

  /// By their ends, the longer first.
  private func occurrences(in text: [UInt8]) -> [(start: Int, end: Int)] {
    var all: [(start: Int, end: Int)] = []
    for end in text.indices.map({ $0 + 1 }) {
      for start in 0..<end {
        guard let isEnding = isEnding[Array(text[start..<end])] else { continue }
        if isEnding || begins(text, start, length: end - start) { all.append((start, end)) }
      }
    }
    return all
  }

  private func begins(_ text: [UInt8], _ start: Int, length: Int) -> Bool {
    let glued = Array(text[..<start].reversed().prefix { $0 != 0x20 && $0 != 0x0A }.reversed())
    return glued.isEmpty || length >= 3 && LabelAffixes.roles.contains(glued)
  }

  private func endOfWord(_ text: [UInt8], from end: Int) -> Int? {
    guard end < text.count else { return end }
    let start = text[end] == 0x20 ? end + 1 : end
    let next = Array(text[start...].prefix { $0 != 0x20 && $0 != 0x0A })
    if LabelAffixes.suffixes.contains(next) { return start + next.count }
    return text[end] == 0x20 || text[end] == 0x0A ? end : nil
  }

  /// Words, roles, suffixes and other letters with anything between them.
  func randomText(_ random: inout SplitMix64) -> String {
    let words = isEnding.keys.map { String(decoding: $0, as: UTF8.self) }.sorted()
    let affixes = (LabelAffixes.roles + LabelAffixes.suffixes).map {
      String(decoding: $0, as: UTF8.self)
    }
    var text = ""
    for _ in 0..<24 {
      switch Int.random(in: 0..<4, using: &random) {
      case 0: text += affixes[Int.random(in: 0..<affixes.count, using: &random)]
      case 1: text += ["x", "de", "é", "q7"][Int.random(in: 0..<4, using: &random)]
      default: text += words[Int.random(in: 0..<words.count, using: &random)]
      }
      text += ["", "", " ", "\n", "-"][Int.random(in: 0..<5, using: &random)]
    }
    return text
  }
}

extension Range<Int> {
  fileprivate func contains(_ other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}

/// The folded form of a word of the catalog.
private func form(_ word: String) -> [UInt8] {
  var bytes = folded(word.hasPrefix("*") ? String(word.dropFirst()) : word).array
  if bytes.last == 0x20 { bytes.removeLast() }
  return bytes
}

private func folded(_ text: String) -> FoldedText {
  var folded = FoldedText()
  let bytes = Array(text.utf8)
  folded.fold(bytes.span, 0..<bytes.count)
  return folded
}
