internal import Matching
internal import ScanModel

/// A match with what speaks for it, before it is known which candidate gets the place.
package struct Candidate: Sendable {
  let match: Match
  /// In the block that is being weighed; moves when a candidate waits for the next block.
  var range: Range<Int>
  var confidence: Double
  let support: Support
  /// The form of its text.
  let form: TextLayout.Form
  /// The pattern that it is reported inside of; nil where it stands alone.
  var outerPattern: Int?
  /// The column whose statistics may still decide about it.
  let undecidedColumn: ColumnStatistics.Key?
  let place: Place
  /// As written in the document, and in the one form that equal values share; empty for kinds that
  /// are not reported.
  let value: SensitiveText
  let normalized: SensitiveText

  init(
    match: Match, confidence: Double, support: Support, form: TextLayout.Form,
    undecidedColumn: ColumnStatistics.Key? = nil, place: Place = .line(0, column: 0),
    value: SensitiveText = SensitiveText(""), normalized: SensitiveText = SensitiveText("")
  ) {
    self.match = match
    range = match.range
    self.confidence = confidence
    self.support = support
    self.form = form
    self.undecidedColumn = undecidedColumn
    self.place = place
    self.value = value
    self.normalized = normalized
  }

  /// The bytes between its label and it; nil without a label directly before.
  var labelDistance: Int? {
    switch support {
    case .header: 0
    case .surroundings(.label(_, let bytes)): bytes
    default: nil
    }
  }

  /// Whether this one gets a place for which both were candidates.
  ///
  /// The nearer label wins; then the higher confidence, the longer text, the earlier pattern.
  func beats(_ other: Candidate) -> Bool {
    if let distance = labelDistance, let otherDistance = other.labelDistance,
      distance != otherDistance
    {
      return distance < otherDistance
    }
    if confidence != other.confidence { return confidence > other.confidence }
    if range.count != other.range.count { return range.count > other.range.count }
    return (match.patternIndex, match.expressionIndex, range.lowerBound)
      < (other.match.patternIndex, other.match.expressionIndex, other.range.lowerBound)
  }
}
