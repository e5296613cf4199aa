internal import ScanModel
internal import Subjects

extension LocateResult {
  /// Files that were not read, or not wholly.
  var gapPaths: Set<FilePath> { Set(unsearched.gaps.map(\.path)) }

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
