/// One place in one file that holds data of one kind.
///
/// Findings are equal where they say the same; where in the text their bytes begin plays no part, nor
/// does what people have decided.
package struct Finding: Sendable {
  /// The id of the kind: `bsn`.
  package let kind: String
  /// From the file to the text that it lies in; empty for the text of a file that is one text.
  package let part: [DocumentPart]
  package let place: Place
  /// Where its value begins in all that its reader has read, in bytes of UTF-8.
  ///
  /// Findings of one file stand in this order; 0 where nobody knows any more.
  package let offset: Int
  package let confidence: Confidence
  /// The most telling first.
  package let reasons: [Reason]
  /// As written in the document.
  package let value: SensitiveText
  /// In the one form that equal values share: 9 digits for a BSN.
  package let normalized: SensitiveText
  /// What people have decided about it, as far as a store tells.
  package private(set) var decision: DecisionVerdict?

  package init(
    kind: String, part: [DocumentPart] = [], place: Place, offset: Int = 0, confidence: Confidence,
    reasons: [Reason], value: SensitiveText, normalized: SensitiveText,
    decision: DecisionVerdict? = nil
  ) {
    self.kind = kind
    self.part = part
    self.place = place
    self.offset = offset
    self.confidence = confidence
    self.reasons = reasons
    self.value = value
    self.normalized = normalized
    self.decision = decision
  }

  /// The finding with what people have decided about it.
  package func decided(_ decision: DecisionVerdict?) -> Finding {
    var finding = self
    finding.decision = decision
    return finding
  }
}

extension Finding: Hashable {
  package static func == (left: Finding, right: Finding) -> Bool {
    left.kind == right.kind && left.part == right.part && left.place == right.place
      && left.confidence == right.confidence && left.reasons == right.reasons
      && left.value == right.value && left.normalized == right.normalized
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    hasher.combine(place)
    hasher.combine(normalized)
  }
}
