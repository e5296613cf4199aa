package import PatternCatalog
internal import ScanModel
internal import Validators

/// All labels and counter words of a catalog in one tree, so that a text is read once for all of
/// them.
package final class Vocabulary: Sendable {
  package let catalog: PatternCatalog
  let words: [Word]
  /// Numbers of patterns: those of which a word is a label, and those that it speaks against.
  private let patternsOfWords: [Int]
  /// By number of the pattern, what the score of a match needs.
  let scales: [Scale]
  let cellDemands: [CellDemand]
  let thingLabels: [ThingLabels]
  /// By their folded form, the numbers of the words that count as whole headers only.
  private let headers: [[UInt8]: Int]
  /// What the search for words reads of them, by number.
  ///
  /// Written in `init`, freed in `deinit`, only read in between, as all that follows.
  nonisolated(unsafe) let facts: UnsafeMutablePointer<WordFacts>
  /// By word and pattern, a bit: whether the word is a label of the pattern, then whether it speaks
  /// against it.
  nonisolated(unsafe) private let meanings: UnsafeMutablePointer<UInt64>
  private let meaningWords: Int
  nonisolated(unsafe) private let nodes: UnsafeMutablePointer<Node>
  /// By the first two symbols, the node that they lead to, or 0.
  nonisolated(unsafe) private let pairs: UnsafeMutablePointer<Int32>
  nonisolated(unsafe) let sieve: WordSieve
  /// By byte, its symbol.
  nonisolated(unsafe) private let symbols: UnsafeMutablePointer<UInt8>

  static let symbolCount = 38

  /// A node of the tree of words; 0 stands for none.
  ///
  /// Its siblings lie beside it.
  struct Node {
    let symbol: UInt8
    /// Whether no sibling lies behind it.
    var isLast: Bool
    var firstChild: Int32
    /// The number of the word that ends here, or -1.
    let word: Int32
  }

  /// What a match of a pattern is worth, by which check, and how it is reported.
  struct Scale: Sendable {
    let id: String
    let validator: Validator?
    let confidence: ConfidenceTable
    let typicalExpressions: [Int]
    /// Whether its values are words of any kind, as a name is.
    let isOfWords: Bool
    let checkName: String?
    let isReported: Bool
    /// Numbers of the patterns that are reported inside it as well.
    let containedPatterns: [Int]
  }

  /// A phrase and what it says of which kinds.
  struct Word: Sendable {
    /// As it stands in the catalog; what reports print.
    let text: String
    /// Bytes of its folded form.
    let length: Int
    /// Whether any letters may stand before it in the same word (`*straat`).
    let isEnding: Bool
    /// Whether it is the name of a field, and no title that may be a value: `wethouder`.
    var namesField = false
    /// The patterns of which it is a label in a header or key only where one of its parts is nothing else.
    var lone: Set<Int> = []
    /// Where the patterns lie of which it is a label, and those that it speaks against, ascending.
    var labelled = 0..<0
    var countered = 0..<0
  }

  /// The length of a word in folded bytes, whether letters may stand before it, and whether it is the
  /// name of a field.
  struct WordFacts {
    let length: Int32
    let isEnding: Bool
    let namesField: Bool
  }

  package init(_ catalog: PatternCatalog) {
    self.catalog = catalog
    var builder = VocabularyBuilder()
    for (number, pattern) in catalog.patterns.enumerated() {
      let titles = Set(pattern.titles)
      let loneLabels = Set(pattern.loneLabels)
      for label in pattern.labels {
        builder.add(
          label, .labelOf(number), namesField: !titles.contains(label),
          standsAlone: loneLabels.contains(label))
      }
      for word in pattern.counterWords { builder.add(word, .against(number), namesField: true) }
    }
    builder.joinEndings()
    for (number, pattern) in catalog.patterns.enumerated() {
      for header in pattern.headers { builder.addHeader(header, of: number) }
    }
    (words, patternsOfWords) = builder.words()
    scales = catalog.patterns.map { Scale($0, in: catalog) }
    cellDemands = CellDemand.all(in: catalog)
    thingLabels = ThingLabels.all(in: catalog, words)
    let tree = builder.tree()
    nodes = .copy(of: tree.nodes)
    pairs = .copy(of: tree.pairs)
    sieve = WordSieve(builder)
    symbols = .copy(of: (UInt8.min...UInt8.max).map { UInt8(Self.symbol($0)) })
    facts = .copy(
      of: words.map {
        WordFacts(length: Int32($0.length), isEnding: $0.isEnding, namesField: $0.namesField)
      })
    let meaningWords = (catalog.patterns.count + 63) / 64
    self.meaningWords = meaningWords
    var meanings = [UInt64](repeating: 0, count: words.count * 2 * meaningWords)
    for number in words.indices {
      for pattern in patternsOfWords[words[number].labelled] {
        meanings[2 * number * meaningWords + pattern >> 6] |= 1 << UInt64(pattern & 63)
      }
      for pattern in patternsOfWords[words[number].countered] {
        meanings[(2 * number + 1) * meaningWords + pattern >> 6] |= 1 << UInt64(pattern & 63)
      }
    }
    self.meanings = .copy(of: meanings)
    headers = builder.headers
  }

  /// The word that a header or key counts as that is nothing else; nil for most.
  func header(_ folded: UnsafeBufferPointer<UInt8>) -> Int? {
    headers.isEmpty || folded.count > 30 ? nil : headers[Array(folded)]
  }

  /// The one form that equal values of a pattern share.
  func normalized(_ value: Span<UInt8>, byPattern pattern: Int) -> SensitiveText {
    guard let validator = scales[pattern].validator, !validator.isNormal(value) else {
      return SensitiveText(value)
    }
    return SensitiveText(validator.normalized(value).span)
  }

  deinit {
    facts.deallocate()
    meanings.deallocate()
    nodes.deallocate()
    pairs.deallocate()
    sieve.free()
    symbols.deallocate()
  }

  /// The patterns of which the word is a label, ascending.
  func labelled(by word: Int) -> ArraySlice<Int> { patternsOfWords[words[word].labelled] }

  /// The patterns that the word speaks against, ascending.
  func countered(by word: Int) -> ArraySlice<Int> { patternsOfWords[words[word].countered] }

  /// Whether the word is a label of the pattern.
  @inline(__always)
  func isLabel(_ word: Int, of pattern: Int) -> Bool {
    meanings[2 * word * meaningWords + pattern >> 6] >> UInt64(pattern & 63) & 1 == 1
  }

  /// Whether the word speaks against the pattern.
  @inline(__always)
  func isCounter(_ word: Int, of pattern: Int) -> Bool {
    meanings[(2 * word + 1) * meaningWords + pattern >> 6] >> UInt64(pattern & 63) & 1 == 1
  }

  /// Calls `body` with every word that begins at `start` of `folded`, and the offset of its end.
  @inline(__always)
  func forEachWord(
    at start: Int, in folded: UnsafeBufferPointer<UInt8>, _ body: (_ word: Int, _ end: Int) -> Void
  ) {
    let first = Int(symbols[Int(folded[start])])
    var node = child(of: 0, by: first)
    if node != 0, nodes[node].word >= 0 { body(Int(nodes[node].word), start &+ 1) }
    guard start &+ 1 < folded.count else { return }
    node = Int(pairs[first &* Self.symbolCount &+ Int(symbols[Int(folded[start &+ 1])])])
    var index = start &+ 2
    while node != 0 {
      if nodes[node].word >= 0 { body(Int(nodes[node].word), index) }
      guard index < folded.count else { return }
      node = child(of: node, by: Int(symbols[Int(folded[index])]))
      index &+= 1
    }
  }

  /// 0 where there is none.
  @inline(__always)
  private func child(of node: Int, by symbol: Int) -> Int {
    var child = Int(nodes[node].firstChild)
    guard child != 0 else { return 0 }
    while Int(nodes[child].symbol) != symbol {
      if nodes[child].isLast { return 0 }
      child &+= 1
    }
    return child
  }

  /// 0 for what is in no word.
  static func symbol(_ byte: UInt8) -> Int {
    switch byte {
    case 0x61...0x7A: Int(byte) - 0x61 + 1
    case 0x30...0x39: Int(byte) - 0x30 + 27
    case 0x20: 37
    default: 0
    }
  }
}

extension Vocabulary.Scale {
  fileprivate init(_ pattern: Pattern, in catalog: PatternCatalog) {
    id = pattern.id
    validator = pattern.validator
    confidence = pattern.confidence
    typicalExpressions = pattern.expressions.indices.filter { pattern.expressions[$0].isTypical }
    isOfWords =
      pattern.isReported && (pattern.validator == .personName || pattern.validator == .text)
    checkName = pattern.validator?.checkName
    isReported = pattern.isReported
    let kinds = pattern.containedKinds
    containedPatterns =
      kinds.isEmpty
      ? [] : catalog.patterns.indices.filter { kinds.contains(catalog.patterns[$0].id) }
  }
}

extension UnsafeMutablePointer {
  /// Memory of its own with the elements of `array`.
  fileprivate static func copy(of array: [Pointee]) -> Self {
    let pointer = allocate(capacity: array.count)
    pointer.initialize(from: array, count: array.count)
    return pointer
  }
}
