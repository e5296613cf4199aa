// The search for what looks like data and is none.
//
// Lookalikes are never reported: they only compete for a place. So they are sought where they can
// touch a match of another kind, or touch what touches it.

extension Matcher {
  /// No match is longer, in bytes.
  private static let longestMatch = 400

  /// In shorter ones lookalikes touch what is there, or are few, in bytes.
  private static let shortRegion = 64

  /// Whether a match behind number `known` is all of the region, so that no lookalike takes its place.
  @inline(__always)
  func isSettled(_ region: Region, byMatchesBehind known: Int) -> Bool {
    guard let label = region.namedPatterns else { return false }
    for index in known..<matches.count
    where matches[index].range.count == region.subject.count
      && settledByLabels[label + matches[index].patternIndex]
    { return true }
    return false
  }

  /// Searches all of the region for lookalikes.
  mutating func searchAllLookalikes(in region: Region, starts: ClosedRange<Int>) {
    windows.areEverywhere = true
    stop(at: starts.lowerBound..<region.subject.count, in: region, starts, forLookalikes: true)
    windows.areEverywhere = false
  }

  /// Searches for lookalikes that touch the matches behind number `known`, or what touches those, and
  /// at both ends of the block, where matches of the others may lie.
  mutating func searchLookalikes(
    in region: Region, starts: ClosedRange<Int>, behindMatch known: Int
  ) {
    if region.subject.count <= Self.shortRegion, starts.count == region.subject.count {
      if matches.count > known { searchAllLookalikes(in: region, starts: starts) }
      return
    }
    windows.removeAll()
    for match in matches[known...] { windows.append(match.range.moved(by: -region.offset)) }
    if starts.lowerBound > 0 {
      // A match of the block before may reach in.
      windows.append(
        starts.lowerBound..<min(starts.lowerBound + Self.longestMatch, region.subject.count))
    }
    if starts.upperBound + 1 < region.subject.count {
      windows.append(starts.upperBound..<region.subject.count)
    }
    let firstLookalike = matches.count
    while windows.begin() {
      searchAroundWindows(in: region, starts)
      windows.end()
      for match in matches[firstLookalike...] {
        windows.widen(by: match.range.moved(by: -region.offset))
      }
    }
  }

  /// Stops, once each, at the triggers of all lookalikes that may touch a window.
  private mutating func searchAroundWindows(in region: Region, _ starts: ClosedRange<Int>) {
    var next = starts.lowerBound
    for index in windows.fresh.indices {
      let window = windows.fresh[index]
      let first = max(window.lowerBound - plan.longestLookalike, next)
      let end = min(window.upperBound + plan.longestLookalikeLead + 1, region.subject.count)
      guard first < end else { continue }
      stop(at: first..<end, in: region, starts, forLookalikes: true)
      next = end
    }
  }
}

extension Range<Int> {
  fileprivate func moved(by distance: Int) -> Range<Int> {
    lowerBound + distance..<upperBound + distance
  }
}
