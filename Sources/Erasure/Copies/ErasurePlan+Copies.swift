internal import ScanModel

extension ErasurePlan {
  /// Files that are copies of its items as names tell now, and that it does not have.
  package var namedCopies: [NamedCopy] {
    let planned = Set(items.map(\.path))
    let originals = items.filter { $0.likeness == nil && $0.decision.ground != .otherPerson }
    let bound = CopyBound(scope.roots.map(\.path), isList: scope.isList)
    return NamedCopies.of(originals.map(\.path), within: bound).filter {
      !planned.contains($0.path)
    }
  }

  /// What the copy is like, by the numbers of the items.
  func likeness(_ copy: NamedCopy) -> PlanLikeness {
    let originals = Set(copy.originals)
    return PlanLikeness(
      sign: copy.sign, items: items.filter { originals.contains($0.path) }.map(\.number))
  }
}
