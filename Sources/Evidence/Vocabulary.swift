package import PatternCatalog
internal import Validators

/// All labels and counter words of a catalog in one automaton, so that a text is read once for
/// all of them (Aho and Corasick, 1975).
package final class Vocabulary: Sendable {
  package let catalog: PatternCatalog
  let words: [Word]
  /// By number of the pattern, what the score of a match needs.
  let scales: [Scale]
  /// By state and symbol, the next state.
  private let transitions: [Int32]
  /// By state, the number of the longest word that ends there, or -1.
  private let wordEnding: [Int32]
  /// By state, the next state on the way of failure at which a word ends, or 0.
  private let nextEnding: [Int32]

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
    (transitions, wordEnding, nextEnding) = builder.automaton()
  }

  /// Calls `body` with every word that ends in `folded` and the offset of its end, as a whole word
  /// or with letters glued to it; ends come in order.
  func forEachOccurrence(in folded: [UInt8], _ body: (_ word: Int, _ end: Int) -> Void) {
    var state = 0
    for (index, byte) in folded.enumerated() {
      state = Int(transitions[state * Self.symbolCount + Self.symbol(byte)])
      var ending = state
      while ending != 0 {
        if wordEnding[ending] >= 0 { body(Int(wordEnding[ending]), index + 1) }
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
