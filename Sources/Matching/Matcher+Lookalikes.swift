// The search for what looks like data and is none.
//
// Lookalikes are never reported: they only compete for a place. So they are sought where they can
// touch a match of another kind, or touch what touches it.

extension Matcher {
  /// No match is longer, in bytes.
  private static let longestMatch = 400

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
    stop(at: starts.lowerBound..<region.subject.count, in: region, starts, forLookalikes: true)
  }

  /// Searches for lookalikes around the matches behind number `known`, and at both ends of the block,
  /// where matches of the others may lie.
  mutating func searchLookalikes(
    in region: Region, starts: ClosedRange<Int>, behindMatch known: Int
  ) {
    let isShort = region.subject.count <= plan.longestLookalike
    if isShort, starts.count == region.subject.count {
      if matches.count > known { searchAllLookalikes(in: region, starts: starts) }
      return
    }
    var windows: [Range<Int>] = []
    for index in known..<matches.count {
      windows.append(
        matches[index].range.lowerBound - region.offset..<matches[index].range.upperBound
          - region.offset)
    }
    if starts.lowerBound > 0 {
      // A match of the block before may reach in.
      windows.append(
        starts.lowerBound..<min(starts.lowerBound + Self.longestMatch, region.subject.count))
    }
    if starts.upperBound + 1 < region.subject.count {
      windows.append(starts.upperBound..<region.subject.count)
    }
    guard !windows.isEmpty else { return }
    windows.sort { $0.lowerBound < $1.lowerBound }
    // Up to where triggers were stopped at.
    var searched = starts.lowerBound
    var window = windows[0]
    for next in windows.dropFirst() {
      if next.lowerBound - window.upperBound <= plan.longestLookalike {
        window = window.lowerBound..<max(window.upperBound, next.upperBound)
      } else {
        search(around: window, in: region, starts, searched: &searched)
        window = next
      }
    }
    search(around: window, in: region, starts, searched: &searched)
  }

  /// Searches around a window, and around it with the lookalikes that touch it, until none is new.
  private mutating func search(
    around window: Range<Int>, in region: Region, _ starts: ClosedRange<Int>,
    searched: inout Int
  ) {
    let known = matches.count
    var window = window
    var from = max(window.lowerBound - plan.longestLookalike, searched)
    var to = from
    while true {
      let end = min(window.upperBound + plan.longestLookalikeLead + 1, region.subject.count)
      stop(at: to..<max(end, to), in: region, starts, forLookalikes: true)
      to = max(end, to)
      let first = max(window.lowerBound - plan.longestLookalike, searched)
      if first < from { stop(at: first..<from, in: region, starts, forLookalikes: true) }
      from = min(first, from)
      let wider = widened(window, byMatchesBehind: known, offset: region.offset)
      if wider == window { break }
      window = wider
    }
    searched = max(to, searched)
  }

  /// The window with all matches behind number `known` that touch it, or touch what touches it.
  private func widened(
    _ window: Range<Int>, byMatchesBehind known: Int, offset: Int
  ) -> Range<Int> {
    var wide = window
    var isStable = false
    while !isStable {
      isStable = true
      for match in matches[known...] {
        let range = match.range.lowerBound - offset..<match.range.upperBound - offset
        guard range.overlaps(wide),
          range.lowerBound < wide.lowerBound
            || range.upperBound > wide.upperBound
        else { continue }
        wide = min(range.lowerBound, wide.lowerBound)..<max(range.upperBound, wide.upperBound)
        isStable = false
      }
    }
    return wide
  }
}
