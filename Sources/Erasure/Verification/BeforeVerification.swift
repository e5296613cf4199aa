package import ScanModel
package import Subjects

/// Compares a plan with a fresh scan, before anything is deleted.
package struct BeforeVerification {
  private let plan: ErasurePlan
  private let result: LocateResult
  private let contents: ScopeContents
  private let presence: [FilePath: PlacePresence]
  private let gapPaths: Set<FilePath>
  private let copies: [NamedCopy]

  /// `copies` are those of the items as names tell now (`ErasurePlan.namedCopies`).
  package init(
    _ plan: ErasurePlan, _ result: LocateResult, _ contents: ScopeContents,
    presence: [FilePath: PlacePresence], copies: [NamedCopy] = []
  ) {
    let leftOut = LeftOutPaths(of: result)
    self.copies = copies.filter { !leftOut.contains($0.path) }
    self.plan = plan
    self.result = result
    self.contents = contents
    self.presence = presence
    gapPaths = result.gapPaths
  }

  package func outcome(of item: PlanItem) -> ItemOutcome {
    if presence[item.path] == .gone { return .gone }
    guard let planned = item.facts.digest else { return .unread }
    guard let found = contents.digests[item.path] else { return .unread }
    return found == planned ? .unchanged : .changed
  }

  package var problems: [VerificationProblem] {
    plan.items.compactMap(problem) + newPlaces + newCopies + gaps
  }

  private func problem(of item: PlanItem) -> VerificationProblem? {
    switch outcome(of: item) {
    case .gone: VerificationProblem(.itemGone, item)
    case .changed: VerificationProblem(.itemChanged, item)
    // What the scan could not read is told of with the gaps.
    case .unread where gapPaths.contains(item.path): nil
    case .unread: VerificationProblem(.contentUnread, item)
    default: nil
    }
  }

  /// A file that is to go as it is need not be read: that it has not changed is enough.
  private var gaps: [VerificationProblem] {
    let leaving = Set(
      plan.items.filter { $0.decision.choice == .delete && outcome(of: $0) == .unchanged }
        .map(\.path))
    return result.gapProblems(in: plan).filter { $0.path.map { !leaving.contains($0) } ?? true }
  }

  private var newCopies: [VerificationProblem] {
    let told = Set(newPlaces.compactMap(\.path))
    return copies.filter { !told.contains($0.path) }.map { copy in
      VerificationProblem(.newCopy(plan.likeness(copy)), path: copy.path)
    }
  }

  private var newPlaces: [VerificationProblem] {
    let planned = Set(plan.items.map(\.path))
    return result.files.filter { !planned.contains($0.path) && $0.tellsOfPerson }.map { file in
      VerificationProblem(
        .newPlace(subject: plan.subjects[file.card], verdict: file.verdict),
        path: file.path)
    }
  }
}
