internal import ScanModel

/// The members of a finding in JSON, with gaps for all in which findings alike differ.
///
/// Alike are findings of one kind, confidence, column or key, and of reasons that differ in the
/// distance of labels alone, as those of a column are. A form holds no values.
final class FindingForm: Sendable {
  /// What comes into a gap.
  enum Content {
    /// The row or line.
    case number
    /// The column in a line.
    case column
    case mask
    /// The distance of the label that the reason with this number names.
    case distance(reason: Int)
    /// The value as it stands in the document.
    case value
    /// The value in the form that equal values share.
    case normalized
  }

  private let kind: String
  private let confidence: Confidence
  private let part: [DocumentPart]
  /// Of any of the findings; its number does not matter.
  private let place: Place
  private let reasons: [Reason]
  private let bytes: [UInt8]
  private let gaps: [JSONText.Gap]

  init(of finding: Finding, in records: JSONRecords) {
    kind = finding.kind
    confidence = finding.confidence
    part = finding.part
    place = finding.place
    reasons = finding.reasons
    var json = JSONText()
    records.finding(finding, into: &json)
    bytes = json.bytes
    gaps = json.gaps
  }

  /// Whether the finding has this form.
  func fits(_ finding: Finding) -> Bool {
    confidence == finding.confidence && kind == finding.kind && place.isAlike(finding.place)
      && part == finding.part && reasons.isAlike(finding.reasons)
  }

  /// Appends the members of a finding that has this form.
  func append(_ finding: Finding, to text: inout [UInt8]) {
    let bytes = bytes
    var start = 0
    for gap in gaps {
      text.append(bytes.span.extracting(start..<gap.offset))
      start = gap.offset
      switch gap.content {
      case .number: text.append(decimal: finding.place.number)
      case .column: text.append(decimal: finding.place.column)
      case .distance(let index): text.append(decimal: finding.reasons[index].distance)
      case .mask: text.append(maskInJSON: finding.value)
      case .value: text.append(revealedInJSON: finding.value)
      case .normalized: text.append(revealedInJSON: finding.normalized)
      }
    }
    text.append(bytes.span.extracting(start...))
  }
}

extension Reason {
  /// The characters between a label and the finding; 0 where there is no label.
  fileprivate var distance: Int {
    if case .label(_, let distance) = self { distance } else { 0 }
  }
}

extension [UInt8] {
  fileprivate mutating func append(maskInJSON value: SensitiveText) {
    if !value.appendPlainMask(visibleCount: 2, to: &self) {
      append(escapedInJSON: value.masked(visibleCount: 2).utf8.span)
    }
  }

  fileprivate mutating func append(revealedInJSON value: SensitiveText) {
    append(escapedInJSON: value.revealed.utf8.span)
  }
}
