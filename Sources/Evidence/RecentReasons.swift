internal import Matching
internal import ScanModel
internal import Validators

/// The reasons of the last candidate of each pattern: in a column all have the same, and share them.
struct RecentReasons {
  private struct Last {
    let support: Support
    let form: TextLayout.Form
    let expressionIndex: Int
    let notes: UInt16
    let reasons: [Reason]

    @inline(__always)
    func areThose(of candidate: Candidate) -> Bool {
      guard expressionIndex == candidate.match.expressionIndex,
        notes == candidate.match.notes.rawValue, support == candidate.support
      else { return false }
      return form == candidate.form
    }
  }

  private var last: [Last?]

  init(patternCount: Int) {
    last = Array(repeating: nil, count: patternCount)
  }

  /// Why the candidate has its confidence, the most telling first.
  mutating func reasons(
    for candidate: Candidate, by vocabulary: Vocabulary
  ) -> [Reason] {
    if let last = last[candidate.match.patternIndex], last.areThose(of: candidate) {
      return last.reasons
    }
    let reasons = vocabulary.reasons(
      for: candidate.match, support: candidate.support, form: candidate.form)
    last[candidate.match.patternIndex] = Last(
      support: candidate.support, form: candidate.form,
      expressionIndex: candidate.match.expressionIndex, notes: candidate.match.notes.rawValue,
      reasons: reasons)
    return reasons
  }
}
