internal import Matching
internal import PatternCatalog
internal import ScanModel
internal import Validators

/// What speaks for a match, in the order of strength.
enum Support {
  /// The header, key or element name of its field.
  case header(word: Int)
  /// What the words around it say.
  case surroundings(Surroundings.Standing)
  /// The header names another kind, or speaks against this one.
  case otherHeader(word: Int)
}

extension Vocabulary {
  /// The confidence of a match with this support, and why; nil where it does not count at all.
  func score(
    _ match: Match, support: Support, form: TextLayout.Form
  ) -> (confidence: Double, reasons: [Reason])? {
    let table = scales[match.patternIndex].confidence
    let isTypical = scales[match.patternIndex].typicalExpressions.contains(match.expressionIndex)
    var confidence: Double
    var reasons: [Reason] = []
    switch support {
    case .header(let word):
      confidence = table.label
      reasons.append(Reason.header(words[word].text, form: form))
    case .otherHeader(let word), .surroundings(.counter(let word)):
      if match.needsLabel { return nil }
      confidence = table.counter
      reasons.append(.counterWord(words[word].text))
    case .surroundings(.label(let word, let distance)):
      confidence = table.label
      reasons.append(.label(words[word].text, distance: distance))
    case .surroundings(.labelAbove(let word)):
      confidence = min((table.near + table.label) / 2, 0.79)
      reasons.append(.nearbyLabel(words[word].text))
    case .surroundings(.labelOnLineBefore(let word)):
      if match.needsLabel { return nil }
      confidence = table.near
      reasons.append(.nearbyLabel(words[word].text))
    case .surroundings(.near(let word)):
      if match.needsLabel { return nil }
      confidence = table.near
      reasons.append(.nearbyLabel(words[word].text))
    case .surroundings(.none):
      if match.needsLabel { return nil }
      confidence = isTypical ? table.typical : table.bare
      if match.notes.contains(.unknownBank) { confidence *= 0.7 }
    }
    if let check = scales[match.patternIndex].checkName, !match.notes.contains(.formOnly) {
      reasons.append(.checkPassed(check))
    } else {
      reasons.append(.noCheck)
    }
    if isTypical { reasons.append(.typicalNotation) }
    if match.notes.contains(.lostZero) { confidence -= 0.05 }
    if match.notes.contains(.notPublicAddress) { confidence = min(confidence, 0.3) }
    reasons += match.notes.reasons
    return (confidence, reasons)
  }
}

extension Reason {
  fileprivate static func header(_ word: String, form: TextLayout.Form) -> Reason {
    switch form {
    case .running, .table: .columnHeader(word)
    case .tree: .fieldName(word)
    case .fixedWidth: .knownRecord(word)
    }
  }
}

extension Verdict.Notes {
  fileprivate var reasons: [Reason] {
    var reasons: [Reason] = []
    if contains(.testRange) { reasons.append(.testRange) }
    if contains(.lostZero) { reasons.append(.lostZero) }
    if contains(.mayHoldBSN) { reasons.append(.mayHoldBSN) }
    if contains(.functionalAddress) { reasons.append(.functionalAddress) }
    if contains(.notPublicAddress) { reasons.append(.notPublicAddress) }
    if contains(.unknownBank) { reasons.append(.unknownBank) }
    return reasons
  }
}
