internal import ArgumentParser
internal import FindingStore
internal import ScanModel

extension StoreReadingOptions {
  /// The two runs that are named; where none is, the last two complete ones of the same roots.
  func pair(_ names: [String], in store: FindingStore) throws -> RunComparison? {
    let runs = try ask { () throws(StoreError) in try store.runs() }
    guard names.isEmpty else {
      return RunComparison(
        try run(named: names[0], among: runs), try run(named: names[1], among: runs), in: store)
    }
    return runs.lastPair.map { RunComparison($0.old, $0.new, in: store) }
  }

  /// What a pair of runs is called in an answer.
  func title(of comparison: RunComparison) -> [String] {
    let (old, new) = (comparison.old, comparison.new)
    var lines = [
      language.choose(
        nl:
          "van run \(old.name) (\(date(old.started))) naar run \(new.name) (\(date(new.started)))",
        en: "from run \(old.name) (\(date(old.started))) to run \(new.name) (\(date(new.started)))")
    ]
    if old.roots != new.roots {
      lines.append(
        language.choose(
          nl: "de runs hebben andere paden; alleen wat in beide ligt is vergeleken",
          en: "the runs have other roots; only what lies within both is compared"))
    }
    if old.status != .complete || new.status != .complete {
      lines.append(
        language.choose(
          nl: "niet beide runs zijn voltooid; wat een run niet bereikte geldt als ongewijzigd",
          en: "not both runs are complete; what a run did not reach counts as unchanged"))
    }
    return lines
  }
}
