internal import PatternCatalog
internal import ScanModel
internal import Validators

/// One pattern, explained for a person.
struct PatternCard {
  private let pattern: Pattern

  init(_ pattern: Pattern) {
    self.pattern = pattern
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
    for expression in pattern.expressions { lines.append("    " + Self.line(expression)) }
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

  private static func line(_ expression: PatternExpression) -> String {
    let search =
      switch expression.anchor {
      case .digits(let count, let run, _):
        run.upperBound == Int.max
          ? "anchored at \(count) digits"
          : "anchored at \(count) digits, the first \(run.lowerBound) to \(run.upperBound) together"
      case .byte(let byte, _): "anchored at '\(Character(Unicode.Scalar(byte)))'"
      case nil: "a pass of its own"
      }
    return "\(expression.notation): \(search)"
      + (expression.needsLabel ? ", only with a label" : "")
      + (expression.isTypical ? ", typical" : "")
  }
}
