internal import ScanModel
internal import Validators
internal import YAML

/// One pattern file as text, read into a pattern; the form is described in CONTRIBUTING.md.
struct PatternFile {
  let name: String
  let text: String

  private static let keys: Set<String> = [
    "id", "name", "class", "reported", "source", "validator", "expressions", "cells", "labels",
    "titles", "alone", "headers", "counters", "contains", "confidence", "examples",
    "counterexamples",
  ]

  /// Throws for what is not YAML, keys not known, values not allowed.
  func pattern() throws(ConfigurationError) -> Pattern {
    let top = try YAMLMapping(
      try YAMLDocument.root(of: text, file: name), file: name, knownKeys: Self.keys)
    let expressions = try PatternExpression.list(top, key: "expressions")
    let cells = try PatternExpression.list(top, key: "cells")
    if expressions.isEmpty && cells.isEmpty { throw top.error("'expressions' is missing") }
    let titles = try top.strings("titles").map { $0.lowercased() }
    let loneLabels = try top.strings("alone").map { $0.lowercased() }
    return Pattern(
      file: name,
      description: try description(top),
      isReported: try top.boolean("reported", default: true),
      source: try top.string("source"),
      validator: try validator(top),
      expressions: expressions,
      cellExpressions: cells,
      labels: try top.strings("labels").map { $0.lowercased() } + titles + loneLabels,
      titles: titles,
      loneLabels: loneLabels,
      headers: try top.strings("headers").map { $0.lowercased() },
      counterWords: try top.strings("counters").map { $0.lowercased() },
      containedKinds: try top.strings("contains"),
      confidence: try confidence(top),
      examples: try examples(top),
      counterexamples: try top.strings("counterexamples"))
  }

  private func description(_ top: YAMLMapping) throws(ConfigurationError) -> KindDescription {
    guard let node = top.node("name") else { throw top.error("the key 'name' is missing") }
    let names = try YAMLMapping(node, file: name, knownKeys: ["nl", "en"])
    guard let legalClass = LegalClass(rawValue: try top.string("class")) else {
      throw top.error(
        "'class' takes one of " + LegalClass.allCases.map(\.rawValue).joined(separator: ", "),
        at: "class")
    }
    let id = try top.string("id")
    guard id.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 45 })
    else { throw top.error("'id' takes small letters, digits and hyphens", at: "id") }
    return KindDescription(
      id: id, dutchName: try names.string("nl"), englishName: try names.string("en"),
      legalClass: legalClass)
  }

  private func validator(_ top: YAMLMapping) throws(ConfigurationError) -> Validator? {
    guard let name = try top.optionalString("validator") else { return nil }
    guard let validator = Validator(rawValue: name) else {
      throw top.error(
        "no validator is called '\(name)'; there are "
          + Validator.allCases.map(\.rawValue).sorted().joined(separator: ", "), at: "validator")
    }
    return validator
  }

  private func confidence(_ top: YAMLMapping) throws(ConfigurationError) -> ConfidenceTable {
    guard let node = top.node("confidence") else {
      throw top.error("the key 'confidence' is missing")
    }
    let table = try YAMLMapping(
      node, file: name, knownKeys: ["bare", "typical", "near", "label", "counter"])
    guard let bare = try table.fraction("bare") else { throw table.error("'bare' is missing") }
    guard let label = try table.fraction("label") else { throw table.error("'label' is missing") }
    return ConfidenceTable(
      bare: bare, typical: try table.fraction("typical") ?? bare,
      near: try table.fraction("near") ?? (bare + label) / 2, label: label,
      counter: try table.fraction("counter") ?? 0.05)
  }

  private func examples(_ top: YAMLMapping) throws(ConfigurationError) -> [MarkedText] {
    var examples: [MarkedText] = []
    for text in try top.strings("examples") {
      guard let marked = MarkedText(text), !marked.ranges.isEmpty else {
        throw top.error("an example marks what must be found with ⟦ and ⟧", at: "examples")
      }
      examples.append(marked)
    }
    guard examples.count >= 2 else { throw top.error("two or more 'examples' are needed") }
    return examples
  }
}
