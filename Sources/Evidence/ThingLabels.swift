internal import Matching
internal import PatternCatalog

/// The labels of an expression that things have too: `Naam` stands above products as well.
struct ThingLabels: Sendable {
  let pattern: Int
  /// The number of the expression as matches tell it.
  let expression: Int
  /// The numbers of the words.
  let words: Set<Int>

  /// Those of all expressions of a catalog that have some.
  static func all(in catalog: PatternCatalog, _ words: [Vocabulary.Word]) -> [ThingLabels] {
    catalog.patterns.enumerated().flatMap { number, pattern in
      (pattern.expressions + pattern.cellExpressions).enumerated().compactMap { place, expression in
        let texts = Set(expression.labelsOfThings)
        guard !texts.isEmpty else { return nil }
        return ThingLabels(
          pattern: number, expression: place,
          words: Set(words.indices.filter { texts.contains(words[$0].text) }))
      }
    }
  }
}

extension Vocabulary {
  /// Whether things have the label too that a word is of a pattern, for some form of its matches.
  func isOfThings(_ word: Int, labelOf pattern: Int) -> Bool {
    thingLabels.contains { $0.pattern == pattern && $0.words.contains(word) }
  }

  /// The same for a match: of an expression that has that label so, or of only a part of its field where
  /// the label is one of things in whatever form a match is written.
  func isOfThings(_ word: Int, labelOf match: Match, fillingField fillsField: Bool) -> Bool {
    let all = thingLabels.filter { $0.pattern == match.patternIndex }
    if let own = all.first(where: { $0.expression == match.expressionIndex }) {
      return own.words.contains(word)
    }
    return !fillsField && !all.isEmpty && all.allSatisfy { $0.words.contains(word) }
  }

  /// The same for a word that stands before a match in text.
  func isOfThings(_ word: Int, before match: Match) -> Bool {
    thingLabels.contains {
      $0.pattern == match.patternIndex && $0.expression == match.expressionIndex
        && $0.words.contains(word)
    }
  }
}
