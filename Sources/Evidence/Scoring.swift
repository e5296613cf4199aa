internal import Matching
internal import PatternCatalog
internal import ScanModel
internal import Validators

/// What speaks for a match, in the order of strength.
enum Support: Hashable, Sendable {
  /// The header, key or element name of its field.
  case header(word: Int)
  /// The same, where things have such a header too and no other tells of a person.
  case headerOfThings(word: Int)
  /// What the words around it say.
  case surroundings(Surroundings.Standing)
  /// A label stands directly before it that things have too.
  case labelOfThings(word: Int, distance: Int)
  /// The header names another kind, or speaks against this one.
  case otherHeader(word: Int)
}

extension Vocabulary {
  /// The confidence of a match with this support; nil where it does not count at all.
  func confidence(of match: Match, support: Support, form: TextLayout.Form) -> Double? {
    let table = scales[match.patternIndex].confidence
    var confidence: Double
    switch support {
    case .header, .surroundings(.label):
      confidence = table.label
    case .headerOfThings:
      // Names of elements and keys are those of things more often than headers of tables are.
      confidence = form == .tree ? table.near : min((table.near + table.label) / 2, 0.79)
    case .labelOfThings: confidence = table.near
    case .otherHeader, .surroundings(.counter):
      if match.needsLabel { return nil }
      confidence = table.counter
    case .surroundings(.labelAbove):
      confidence = min((table.near + table.label) / 2, 0.79)
    case .surroundings(.labelOnLineBefore), .surroundings(.near):
      if match.needsLabel { return nil }
      confidence = table.near
    case .surroundings(.none):
      if match.needsLabel { return nil }
      confidence = isTypical(match) ? table.typical : table.bare
      if match.notes.contains(.unknownBank) { confidence *= 0.7 }
    }
    if match.notes.contains(.lostZero) { confidence -= 0.05 }
    if match.notes.contains(.notPublicAddress) { confidence = min(confidence, 0.3) }
    return confidence
  }

  private func isTypical(_ match: Match) -> Bool {
    scales[match.patternIndex].typicalExpressions.contains(match.expressionIndex)
  }

  /// Why a match with this support has its confidence, the most telling first.
  func reasons(for match: Match, support: Support, form: TextLayout.Form) -> [Reason] {
    var reasons: [Reason] = []
    reasons.reserveCapacity(4)
    switch support {
    case .header(let word), .headerOfThings(let word):
      reasons.append(Reason.header(words[word].text, form: form))
    case .otherHeader(let word), .surroundings(.counter(let word)):
      reasons.append(.counterWord(words[word].text))
    case .surroundings(.label(let word, let distance)), .labelOfThings(let word, let distance):
      reasons.append(.label(words[word].text, distance: distance))
    case .surroundings(.labelAbove(let word)), .surroundings(.labelOnLineBefore(let word)),
      .surroundings(.near(let word)):
      reasons.append(.nearbyLabel(words[word].text))
    case .surroundings(.none):
      break
    }
    if let check = scales[match.patternIndex].checkName, !match.notes.contains(.formOnly) {
      reasons.append(.checkPassed(check))
    } else {
      reasons.append(.noCheck)
    }
    if isTypical(match) { reasons.append(.typicalNotation) }
    match.notes.forEachReason { reasons.append($0) }
    return reasons
  }
}

extension Reason {
  static func header(_ word: String, form: TextLayout.Form) -> Reason {
    switch form {
    case .running, .table, .document: .columnHeader(word)
    case .tree: .fieldName(word)
    case .fixedWidth: .knownRecord(word)
    }
  }
}

extension Verdict.Notes {
  fileprivate func forEachReason(_ body: (Reason) -> Void) {
    guard rawValue != 0 else { return }
    if contains(.testRange) { body(.testRange) }
    if contains(.lostZero) { body(.lostZero) }
    if contains(.mayHoldBSN) { body(.mayHoldBSN) }
    if contains(.functionalAddress) { body(.functionalAddress) }
    if contains(.notPublicAddress) { body(.notPublicAddress) }
    if contains(.unknownBank) { body(.unknownBank) }
  }
}
