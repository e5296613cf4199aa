package import PatternCatalog
internal import Validators

/// All labels and counter words of a catalog in one automaton, so that a text is read once for
/// all of them (Aho and Corasick, 1975).
package final class Vocabulary: Sendable {
  package let catalog: PatternCatalog
  let words: [Word]
  /// By number of the pattern, what the score of a match needs.
  let scales: [Scale]
  /// What the search for words reads of them, by number.
  ///
  /// Written in `init`, freed in `deinit`, only read in between, as all that follows.
  nonisolated(unsafe) let facts: UnsafeMutablePointer<WordFacts>
  /// By word and pattern, a bit: whether the word is a label of the pattern, then whether it speaks
  /// against it.
  nonisolated(unsafe) private let meanings: UnsafeMutablePointer<UInt64>
  private let meaningWords: Int
  /// By state and symbol, the next state.
  nonisolated(unsafe) private let transitions: UnsafeMutablePointer<Int32>
  /// The same in half the memory; nil where there are too many states.
  nonisolated(unsafe) private let shortTransitions: UnsafeMutablePointer<UInt16>?
  /// By state, the number of the longest word that ends there, or -1.
  nonisolated(unsafe) private let wordEnding: UnsafeMutablePointer<Int32>
  /// By state, itself if a word ends there, else the next such state on the way of failure, or 0.
  nonisolated(unsafe) private let firstEnding: UnsafeMutablePointer<Int32>
  /// By state, the next state on the way of failure at which a word ends, or 0.
  nonisolated(unsafe) private let nextEnding: UnsafeMutablePointer<Int32>
  /// By byte, its symbol.
  nonisolated(unsafe) private let symbols: UnsafeMutablePointer<UInt8>

  static let symbolCount = 38

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
    /// Numbers of patterns, ascending.
    var labelled: [Int]
    var countered: [Int]
  }

  /// The length of a word in folded bytes, and whether letters may stand before it.
  struct WordFacts {
    let length: Int32
    let isEnding: Bool
  }

  package init(_ catalog: PatternCatalog) {
    self.catalog = catalog
    var builder = AutomatonBuilder()
    for (number, pattern) in catalog.patterns.enumerated() {
      for label in pattern.labels { builder.add(label) { $0.labelled.append(number) } }
      for word in pattern.counterWords { builder.add(word) { $0.countered.append(number) } }
    }
    words = builder.words
    scales = catalog.patterns.map { pattern in
      Scale(
        id: pattern.id, validator: pattern.validator, confidence: pattern.confidence,
        typicalExpressions: pattern.expressions.indices.filter {
          pattern.expressions[$0].isTypical
        },
        isOfWords: pattern.isReported
          && (pattern.validator == .personName || pattern.validator == .text),
        checkName: pattern.validator?.checkName, isReported: pattern.isReported,
        containedPatterns: catalog.patterns.indices.filter {
          pattern.containedKinds.contains(catalog.patterns[$0].id)
        })
    }
    let automaton = builder.automaton()
    let fits = automaton.wordEnding.count <= Int(UInt16.max)
    transitions = .copy(of: fits ? [] : automaton.transitions)
    shortTransitions = fits ? .copy(of: automaton.transitions.map { UInt16($0) }) : nil
    wordEnding = .copy(of: automaton.wordEnding)
    nextEnding = .copy(of: automaton.nextEnding)
    firstEnding = .copy(
      of: automaton.wordEnding.indices.map {
        automaton.wordEnding[$0] >= 0 ? Int32($0) : automaton.nextEnding[$0]
      })
    symbols = .copy(of: (UInt8.min...UInt8.max).map { UInt8(Self.symbol($0)) })
    facts = .copy(
      of: words.map { WordFacts(length: Int32($0.length), isEnding: $0.isEnding) })
    let meaningWords = (catalog.patterns.count + 63) / 64
    self.meaningWords = meaningWords
    var meanings = [UInt64](repeating: 0, count: words.count * 2 * meaningWords)
    for (number, word) in words.enumerated() {
      for (place, patterns) in [word.labelled, word.countered].enumerated() {
        for pattern in patterns {
          meanings[(2 * number + place) * meaningWords + pattern >> 6] |= 1 << UInt64(pattern & 63)
        }
      }
    }
    self.meanings = .copy(of: meanings)
  }

  deinit {
    facts.deallocate()
    meanings.deallocate()
    transitions.deallocate()
    shortTransitions?.deallocate()
    wordEnding.deallocate()
    firstEnding.deallocate()
    nextEnding.deallocate()
    symbols.deallocate()
  }

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

  /// Calls `body` with every word that ends in `folded` and the offset of its end, as a whole word
  /// or with letters glued to it; ends come in order.
  @inline(__always)
  func forEachOccurrence(
    in folded: UnsafeBufferPointer<UInt8>, _ body: (_ word: Int, _ end: Int) -> Void
  ) {
    if let shortTransitions {
      forEachOccurrence(in: folded, shortTransitions, body)
    } else {
      forEachOccurrence(in: folded, transitions, body)
    }
  }

  @inline(__always)
  private func forEachOccurrence(
    in folded: UnsafeBufferPointer<UInt8>,
    _ transitions: UnsafeMutablePointer<some FixedWidthInteger>,
    _ body: (_ word: Int, _ end: Int) -> Void
  ) {
    let wordEnding = wordEnding
    let firstEnding = firstEnding
    let nextEnding = nextEnding
    let symbols = symbols
    var state = 0
    var index = 0
    while index < folded.count {
      let symbol = Int(symbols[Int(folded[index])])
      index &+= 1
      state = Int(truncatingIfNeeded: transitions[state &* Self.symbolCount &+ symbol])
      var ending = Int(firstEnding[state])
      while ending != 0 {
        body(Int(wordEnding[ending]), index)
        ending = Int(nextEnding[ending])
      }
    }
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

extension UnsafeMutablePointer {
  /// Memory of its own with the elements of `array`.
  fileprivate static func copy(of array: [Pointee]) -> Self {
    let pointer = allocate(capacity: array.count)
    pointer.initialize(from: array, count: array.count)
    return pointer
  }
}
