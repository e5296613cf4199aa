internal import ScanModel

extension OtherPeople {
  /// From what was counted in a file; `own` are the distinct values of the person of the card.
  init(_ tallies: [KindTally], own: [PersonKind: Int]) {
    var count = 0
    var isLowerBound = false
    for kind in [PersonKind.bsn, .email, .name] {
      guard let tally = tallies.first(where: { $0.kind == kind.rawValue }) else { continue }
      let others = max(0, tally.distinctCount - (own[kind] ?? 0))
      if others > count {
        count = others
        isLowerBound = tally.distinctIsLowerBound
      }
    }
    self.init(count: count, isLowerBound: isLowerBound)
  }
}
