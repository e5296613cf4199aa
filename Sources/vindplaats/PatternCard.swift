internal import Matching
internal import PatternCatalog
internal import ScanModel
internal import Validators

/// One pattern, explained for a person.
struct PatternCard {
  private let pattern: Pattern
  /// How each of its expressions is searched for.
  private let ways: [AnchorPlan.Way]

  /// The pattern with this number in the catalog of `patterns`.
  init(_ number: Int, of patterns: CompiledPatterns) {
    pattern = patterns.catalog.patterns[number]
    ways = Array(patterns.ways(ofPattern: number))
  }

  /// Several lines, without a line end behind the last.
  var text: String {
    let kind = pattern.description
    let table = pattern.confidence
    var lines = [
      "\(kind.id): \(kind.dutchName) (\(kind.englishName))",
      "  class      \(kind.legalClass.rawValue)" + (pattern.isReported ? "" : ", never reported"),
      "  source     \(pattern.source)",
      "  check      \(pattern.validator?.checkName ?? "form only")",
      "  confidence bare \(table.bare), typical \(table.typical), near a label \(table.near), "
        + "labelled \(table.label), counter word \(table.counter)",
      "  forms",
    ]
    for (expression, way) in zip(pattern.expressions, ways) {
      lines.append("    " + Self.line(expression, way))
    }
    for expression in pattern.cellExpressions {
      lines.append("    \(expression.notation): a whole cell or value under a label of the kind")
    }
    lines.append("  labels     " + pattern.labels.joined(separator: ", "))
    if !pattern.counterWords.isEmpty {
      lines.append("  counter    " + pattern.counterWords.joined(separator: ", "))
    }
    lines.append("  examples")
    lines += pattern.examples.map {
      "    \($0.text.split(separator: "\n").joined(separator: " ⏎ "))"
    }
    return lines.joined(separator: "\n")
  }

  private static func line(_ expression: PatternExpression, _ way: AnchorPlan.Way) -> String {
    let search =
      switch way {
      case .digits, .declared: "anchored at digits"
      case .byte(let byte): "anchored at '\(Character(Unicode.Scalar(byte)))'"
      case .word: "anchored at its first word"
      case .ownPass: "needs a pass of its own over all text, which is slow"
      }
    return "\(expression.notation): \(search)"
      + (expression.needsLabel ? ", only with a label" : "")
      + (expression.isTypical ? ", typical" : "")
  }
}
