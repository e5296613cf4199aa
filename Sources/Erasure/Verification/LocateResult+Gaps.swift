internal import ScanModel
internal import Subjects

extension LocateResult {
  /// Whether a file was not read, or not wholly.
  func hasGap(at path: FilePath) -> Bool {
    unsearched.gaps.contains { $0.path == path }
  }

  /// What could not be read, so that nothing is proved of it.
  func gapProblems(in plan: ErasurePlan) -> [VerificationProblem] {
    let numbers = Dictionary(
      plan.items.map { ($0.path, $0.number) }, uniquingKeysWith: { first, _ in first })
    var problems = unsearched.gaps.map { gap in
      VerificationProblem(.unread(gap.outcome), item: numbers[gap.path], path: gap.path)
    }
    if summary.wasInterrupted || !coverage.isComplete && problems.isEmpty {
      problems.append(VerificationProblem(.interrupted))
    }
    return problems
  }
}
