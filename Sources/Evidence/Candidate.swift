internal import Matching
internal import ScanModel

/// A match with what speaks for it, before it is known which candidate gets the place.
///
/// It holds no memory: most are copied a few times and few are reported.
package struct Candidate: Sendable {
  let match: Match
  /// In the block that is being weighed; moves when a candidate waits for the next block.
  var range: Range<Int>
  var confidence: Double
  let support: Support
  /// The form of its text.
  let form: TextLayout.Form
  /// How far behind the beginning of its field it stands, in bytes; 0 where it is all of it, or where
  /// there is none.
  let fieldOffset: Int
  /// Whether it has its place whatever lookalike stands in it: its field's label says what it is.
  let isSettled: Bool
  /// Whether a lookalike has its place, which only its column can still give it.
  var isBeaten = false
  /// The pattern that it is reported inside of; nil where it stands alone.
  var outerPattern: Int?
  /// The number of its details among those that are kept, where its block is gone.
  var kept: Int?

  /// What a finding tells of a candidate beside its confidence.
  struct Details {
    /// The column whose statistics may still decide about it.
    let undecidedColumn: ColumnStatistics.Key?
    let place: Place
    /// Where the value begins in all texts that were read.
    let offset: Int
    /// As written in the document, and in the one form that equal values share.
    let value: SensitiveText
    let normalized: SensitiveText
  }

  init(
    match: Match, confidence: Double, support: Support, form: TextLayout.Form, fieldOffset: Int,
    isSettled: Bool
  ) {
    self.match = match
    self.fieldOffset = fieldOffset
    self.isSettled = isSettled
    range = match.range
    self.confidence = confidence
    self.support = support
    self.form = form
  }

  /// The bytes between its label and it, where a header is one at the beginning of its field; nil
  /// without a label directly before.
  var labelDistance: Int? {
    switch support {
    case .header: fieldOffset
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
