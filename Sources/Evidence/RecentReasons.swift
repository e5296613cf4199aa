internal import Matching
internal import ScanModel
internal import Validators

/// The reasons of the last candidate of each pattern: in a column all have the same, and share them.
struct RecentReasons {
  private struct Case: Equatable {
    let support: Support
    let form: TextLayout.Form
    let expressionIndex: Int
    let notes: UInt16
  }

  private var recent: [(last: Case, reasons: [Reason])?]

  init(patternCount: Int) {
    recent = Array(repeating: nil, count: patternCount)
  }

  /// Why the candidate has its confidence, the most telling first.
  mutating func reasons(for candidate: Candidate, by vocabulary: Vocabulary) -> [Reason] {
    let match = candidate.match
    let own = Case(
      support: candidate.support, form: candidate.form, expressionIndex: match.expressionIndex,
      notes: match.notes.rawValue)
    if let (last, reasons) = recent[match.patternIndex], last == own { return reasons }
    let reasons = vocabulary.reasons(
      for: match, support: candidate.support, form: candidate.form)
    recent[match.patternIndex] = (own, reasons)
    return reasons
  }
}
