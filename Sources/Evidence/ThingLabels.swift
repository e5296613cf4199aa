internal import PatternCatalog

/// The labels of an expression for cells that things have too: `Naam` stands above products as well.
struct ThingLabels: Sendable {
  let pattern: Int
  /// The number of the expression as matches tell it.
  let expression: Int
  /// The numbers of the words.
  let words: Set<Int>

  /// Those of all expressions of a catalog that have some.
  static func all(in catalog: PatternCatalog, _ words: [Vocabulary.Word]) -> [ThingLabels] {
    catalog.patterns.enumerated().flatMap { number, pattern in
      pattern.cellExpressions.enumerated().compactMap { place, expression in
        let texts = Set(expression.labelsOfThings)
        guard !texts.isEmpty else { return nil }
        return ThingLabels(
          pattern: number, expression: pattern.expressions.count + place,
          words: Set(words.indices.filter { texts.contains(words[$0].text) }))
      }
    }
  }
}

extension Vocabulary {
  /// Whether things have the label too that a word is of a pattern.
  func isOfThings(_ word: Int, labelOf pattern: Int) -> Bool {
    thingLabels.contains { $0.pattern == pattern && $0.words.contains(word) }
  }

  /// The same for the matches of one of its expressions.
  func isOfThings(_ word: Int, labelOf pattern: Int, for expression: Int) -> Bool {
    thingLabels.contains {
      $0.pattern == pattern && $0.expression == expression && $0.words.contains(word)
    }
  }
}
