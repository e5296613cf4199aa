internal import Anchors
internal import ScanModel
internal import Validators

// What is written and what is read of a pattern stand side by side, in one order. A field that is
// not read does not compile; a test compares what is read with the pattern files.

extension Pattern {
  func write(to compact: inout CompactText) {
    compact.append(file)
    compact.append(description.id)
    compact.append(description.dutchName)
    compact.append(description.englishName)
    compact.append(description.legalClass.rawValue)
    compact.append(isReported)
    compact.append(source)
    compact.append(validator?.rawValue ?? "")
    compact.append(expressions) { $1.write(to: &$0) }
    compact.append(cellExpressions) { $1.write(to: &$0) }
    compact.append(labels)
    compact.append(titles)
    compact.append(loneLabels)
    compact.append(headers)
    compact.append(counterWords)
    compact.append(containedKinds)
    confidence.write(to: &compact)
    compact.append(examples) { $1.write(to: &$0) }
    compact.append(counterexamples)
  }

  init(from compact: inout CompactTextReader) {
    file = compact.string()
    description = KindDescription(
      id: compact.string(), dutchName: compact.string(), englishName: compact.string(),
      legalClass: compact.legalClass())
    isReported = compact.boolean()
    source = compact.string()
    validator = compact.validator()
    expressions = compact.list { PatternExpression(from: &$0) }
    cellExpressions = compact.list { PatternExpression(from: &$0) }
    labels = compact.strings()
    titles = compact.strings()
    loneLabels = compact.strings()
    headers = compact.strings()
    counterWords = compact.strings()
    containedKinds = compact.strings()
    confidence = ConfidenceTable(from: &compact)
    examples = compact.list { MarkedText(from: &$0) }
    counterexamples = compact.strings()
  }
}

extension PatternExpression {
  fileprivate func write(to compact: inout CompactText) {
    compact.append(notation)
    compact.append(regex)
    compact.append(isUnicode)
    compact.append(line)
    form.write(to: &compact)
    anchor.write(to: &compact)
    compact.append(needsLabel)
    compact.append(isTypical)
    compact.append(labels)
    compact.append(neighbours)
    compact.append(followers)
    compact.append(labelsOfThings)
  }

  fileprivate init(from compact: inout CompactTextReader) {
    notation = compact.string()
    regex = compact.string()
    isUnicode = compact.boolean()
    line = compact.integer()
    form = AnchorForm(from: &compact)
    anchor = Anchor?(from: &compact)
    needsLabel = compact.boolean()
    isTypical = compact.boolean()
    labels = compact.strings()
    neighbours = compact.strings()
    followers = compact.strings()
    labelsOfThings = compact.strings()
  }
}

extension Anchor? {
  fileprivate func write(to compact: inout CompactText) {
    guard let anchor = self else { return compact.append(0) }
    compact.append(anchor.digitCount)
    compact.append(anchor.run.lowerBound)
    compact.append(anchor.run.upperBound)
    compact.append(anchor.lead)
    compact.append(anchor.endings)
  }

  fileprivate init(from compact: inout CompactTextReader) {
    let digitCount = compact.integer()
    guard digitCount > 0 else {
      self = nil
      return
    }
    let low = compact.integer()
    let high = compact.integer()
    let lead = compact.integer()
    self = Anchor(
      digitCount: digitCount, run: low...high, lead: lead, endings: compact.strings())
  }
}

extension ConfidenceTable {
  fileprivate func write(to compact: inout CompactText) {
    for value in [bare, typical, near, label, counter] { compact.append(value) }
  }

  fileprivate init(from compact: inout CompactTextReader) {
    bare = compact.fraction()
    typical = compact.fraction()
    near = compact.fraction()
    label = compact.fraction()
    counter = compact.fraction()
  }
}

extension MarkedText {
  fileprivate func write(to compact: inout CompactText) {
    compact.append(text)
    compact.append(ranges) { compact, range in
      compact.append(range.lowerBound)
      compact.append(range.upperBound)
    }
  }

  fileprivate init(from compact: inout CompactTextReader) {
    text = compact.string()
    ranges = compact.list { compact in
      let start = compact.integer()
      return start..<compact.integer()
    }
  }
}

extension CompactTextReader {
  fileprivate mutating func legalClass() -> LegalClass {
    guard let legalClass = LegalClass(rawValue: string()) else {
      preconditionFailure("the compact form of the patterns names an unknown class")
    }
    return legalClass
  }

  /// nil for an empty text.
  fileprivate mutating func validator() -> Validator? {
    let name = string()
    if name.isEmpty { return nil }
    guard let validator = Validator(rawValue: name) else {
      preconditionFailure("the compact form of the patterns names an unknown validator")
    }
    return validator
  }
}
