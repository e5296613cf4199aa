package import Cryptography
package import ScanModel

/// A finding as the store has it: a hash and a mask in place of the value.
package struct StoredFinding: Hashable, Sendable {
  package let kind: String
  package let part: [DocumentPart]
  package let place: Place
  package let confidence: Confidence
  package let reasons: [Reason]
  /// Of the kind and the normal form of the value.
  package let hash: ValueHash
  /// What may be shown of the value.
  package let mask: String

  /// As reports take it; its value is the mask.
  package var finding: Finding { finding(decided: nil) }

  package func finding(decided decision: DecisionVerdict?) -> Finding {
    Finding(
      kind: kind, part: part, place: place, confidence: confidence, reasons: reasons,
      value: SensitiveText(mask: mask), normalized: SensitiveText(mask: mask),
      decision: decision)
  }
}
