package import ScanModel
package import Subjects

/// Compares a plan with a fresh scan, once everything is said to be deleted.
package struct AfterVerification {
  private let plan: ErasurePlan
  private let result: LocateResult
  private let contents: ScopeContents
  private let presence: [FilePath: PlacePresence]
  private let gapPaths: Set<FilePath>
  private let files: [FilePath: [LocatedFile]]
  /// Files that tell of the person.
  private let tellingPaths: Set<FilePath>
  /// Members with the content of something that was to be deleted, and which item that is.
  private let membersLeft: [(member: ScopeContents.Member, item: PlanItem)]

  private let copies: [NamedCopy]

  private static let placeLimit = 10

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
    files = Dictionary(grouping: result.files, by: \.path)
    tellingPaths = Set(result.files.filter(\.tellsOfPerson).map(\.path))
    membersLeft = Self.membersLeft(of: plan, contents, besides: tellingPaths)
  }

  /// Where a file tells of the person otherwise, that is said and not what its members are equal to.
  private static func membersLeft(
    of plan: ErasurePlan, _ contents: ScopeContents, besides tellingPaths: Set<FilePath>
  ) -> [(member: ScopeContents.Member, item: PlanItem)] {
    let decided = Set(plan.items.filter { $0.decision.choice != .passages }.map(\.path))
    var told: Set<ScopeContents.Member> = []
    return plan.items.filter(\.isToGo).flatMap { item in
      (item.facts.digest.flatMap { contents.equalMembers[$0] } ?? []).filter { member in
        !decided.contains(member.path) && !tellingPaths.contains(member.path)
          && told.insert(member).inserted
      }.map { ($0, item) }
    }
  }

  package func outcome(of item: PlanItem) -> ItemOutcome {
    switch presence[item.path] {
    case nil, .unknown: return .unread
    case .gone: return .gone
    case .there: break
    }
    switch item.decision.choice {
    case nil, .delete: return .stillThere
    case .passages:
      if contents.outcomes[item.path] != .scanned { return .unread }
      return isTelling(item.path) || membersLeft.contains { $0.member.path == item.path }
        ? .passagesLeft : .passagesGone
    case .keep:
      guard let found = contents.digests[item.path], let planned = item.facts.digest else {
        return .unread
      }
      return found == planned ? .unchanged : .changed
    }
  }

  package var problems: [VerificationProblem] {
    plan.items.flatMap(problems) + foldersLeft + copiesLeft
      + membersLeft.map { left in
        VerificationProblem(.copyLeft(left.member.path, part: left.member.part), left.item)
      } + placesLeft + namedCopiesLeft
      + result.gapProblems(in: plan)
  }

  // MARK: Items

  private func problems(of item: PlanItem) -> [VerificationProblem] {
    if case .unknown(let number) = presence[item.path] {
      return [VerificationProblem(.folderUnlisted(errorNumber: number), item)]
    }
    switch (outcome(of: item), item.decision.choice) {
    case (.stillThere, _):
      let found = contents.digests[item.path]
      let isSame = found.flatMap { found in item.facts.digest.map { $0 == found } }
      return [VerificationProblem(.stillThere(isSame: isSame), item)]
    case (.gone, .passages): return [VerificationProblem(.passagesFileGone, item)]
    case (.gone, .keep): return [VerificationProblem(.keptGone, item)]
    case (.changed, _): return [VerificationProblem(.keptChanged, item)]
    case (.passagesLeft, _):
      // Else it holds a copy, which is told of as that.
      guard isTelling(item.path) else { return [] }
      return [VerificationProblem(passagesLeft(in: item.path), item)]
    case (.unread, _):
      // Parts of it may have been read, and show that the person is in it still.
      var problems: [VerificationProblem] = []
      if item.decision.choice == .passages, isTelling(item.path) {
        problems.append(VerificationProblem(passagesLeft(in: item.path), item))
      }
      if !gapPaths.contains(item.path) {
        problems.append(VerificationProblem(.contentUnread, item))
      }
      return problems
    default: return []
    }
  }

  private func isTelling(_ path: FilePath) -> Bool {
    tellingPaths.contains(path)
  }

  private func passagesLeft(in path: FilePath) -> VerificationProblem.Cause {
    let found = (files[path] ?? []).filter(\.tellsOfPerson)
      .map { $0.tellingPlaces(limit: Self.placeLimit) }
    return .passagesLeft(
      count: found.reduce(0) { $0 + $1.count },
      places: Array(found.flatMap(\.places).prefix(Self.placeLimit)))
  }

  // MARK: The rest of the scope

  /// Folders whose names tell of the person and that hold nothing that stays.
  private var foldersLeft: [VerificationProblem] {
    let staying = plan.items.filter { $0.decision.choice != .delete }.map(\.path)
    var told: Set<FilePath> = []
    return plan.items.flatMap { item in
      item.namedFolders.filter { folder in
        presence[folder] != .gone && !staying.contains { $0.isWithin(folder) }
          && told.insert(folder).inserted
      }.map { VerificationProblem(.folderLeft, item: item.number, path: $0) }
    }
  }

  /// Files anywhere in the scope that hold what was to be deleted.
  private var copiesLeft: [VerificationProblem] {
    let planned = Set(plan.items.map(\.path))
    var told: Set<FilePath> = []
    return plan.items.flatMap { item -> [VerificationProblem] in
      guard item.isToGo, let digest = item.facts.digest else { return [] }
      return (contents.equal[digest] ?? []).filter { path in
        !planned.contains(path) && told.insert(path).inserted
      }.map { VerificationProblem(.copyLeft($0), item) }
    }
  }

  /// Files that are copies of what was to go by their names, and of which nothing else is told.
  private var namedCopiesLeft: [VerificationProblem] {
    let going = Set(plan.items.filter { $0.decision.choice != .keep }.map(\.path))
    let told = tellingPaths.union(copyPaths)
    return copies.filter { copy in
      !told.contains(copy.path) && copy.originals.contains { going.contains($0) }
    }.map { VerificationProblem(.namedCopyLeft(plan.likeness($0)), path: $0.path) }
  }

  private var copyPaths: Set<FilePath> {
    Set(
      copiesLeft.compactMap { problem in
        if case .copyLeft(let path, _) = problem.cause { path } else { nil }
      })
  }

  /// Places of the person that no item is about.
  private var placesLeft: [VerificationProblem] {
    let planned = Set(plan.items.map(\.path))
    let copies = copyPaths
    return result.files.filter {
      !planned.contains($0.path) && !copies.contains($0.path) && $0.tellsOfPerson
    }.map { file in
      VerificationProblem(
        .placeLeft(
          subject: plan.subjects[file.card], verdict: file.verdict,
          places: file.tellingPlaces(limit: Self.placeLimit).places),
        path: file.path)
    }
  }
}

extension PlanItem {
  /// Whether nothing with its content may be left; empty files are copies of nothing.
  fileprivate var isToGo: Bool { decision.choice != .keep && facts.byteCount > 0 }
}
