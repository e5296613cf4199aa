/// One place in one file that holds data of one kind.
package struct Finding: Hashable, Sendable {
  /// The id of the kind: `bsn`.
  package let kind: String
  /// From the file to the text that it lies in; empty for the text of a file that is one text.
  package let part: [DocumentPart]
  package let place: Place
  package let confidence: Confidence
  /// The most telling first.
  package let reasons: [Reason]
  /// As written in the document.
  package let value: SensitiveText
  /// In the one form that equal values share: 9 digits for a BSN.
  package let normalized: SensitiveText

  package init(
    kind: String, part: [DocumentPart] = [], place: Place, confidence: Confidence,
    reasons: [Reason], value: SensitiveText, normalized: SensitiveText
  ) {
    self.kind = kind
    self.part = part
    self.place = place
    self.confidence = confidence
    self.reasons = reasons
    self.value = value
    self.normalized = normalized
  }
}
