/// The parts of a region that a lookalike must touch to be sought.
///
/// They grow by what touches them: what sticks out of them of a lookalike is a window of the next
/// round. Places are those in the region.
struct LookalikeWindows {
  /// Those of this round and those of the rounds before, each ascending and apart.
  private(set) var fresh: [Range<Int>] = []
  private var searched: [Range<Int>] = []
  /// Whether lookalikes are sought wherever they stand.
  var areEverywhere = false

  mutating func removeAll() {
    fresh.removeAll(keepingCapacity: true)
    searched.removeAll(keepingCapacity: true)
  }

  /// Adds a window to this round.
  mutating func append(_ window: Range<Int>) {
    fresh.append(window)
  }

  /// Puts the windows of this round in order; false where there is none.
  mutating func begin() -> Bool {
    if fresh.count > 1 { fresh.join() }
    return !fresh.isEmpty
  }

  /// Whether a lookalike that stands somewhere in `range` may touch a window, and was not sought in a
  /// round before.
  @inline(__always)
  func areTouched(by range: Range<Int>) -> Bool {
    areEverywhere || fresh.touch(range) && !searched.touch(range)
  }

  /// Ends a round.
  mutating func end() {
    if searched.isEmpty {
      swap(&searched, &fresh)
    } else {
      searched += fresh
      searched.join()
      fresh.removeAll(keepingCapacity: true)
    }
  }

  /// Adds to the next round what sticks out of the windows searched, where a lookalike touches them.
  mutating func widen(by range: Range<Int>) {
    guard searched.touch(range) else { return }
    var start = range.lowerBound
    var index = searched.firstIndex(endingBehind: start)
    while index < searched.count, searched[index].lowerBound < range.upperBound {
      if start < searched[index].lowerBound { fresh.append(start..<searched[index].lowerBound) }
      start = searched[index].upperBound
      index += 1
    }
    if start < range.upperBound { fresh.append(start..<range.upperBound) }
  }
}

extension [Range<Int>] {
  /// The first of ranges that ascend and are apart that ends behind `position`.
  @inline(__always)
  fileprivate func firstIndex(endingBehind position: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low &+ high) / 2
      if self[middle].upperBound > position { high = middle } else { low = middle &+ 1 }
    }
    return low
  }

  /// Whether one of ranges that ascend and are apart has a place in common with `range`.
  @inline(__always)
  fileprivate func touch(_ range: Range<Int>) -> Bool {
    let index = firstIndex(endingBehind: range.lowerBound)
    return index < count && self[index].lowerBound < range.upperBound
  }

  /// Sorts the ranges and makes one of those that touch.
  fileprivate mutating func join() {
    sort { $0.lowerBound < $1.lowerBound }
    var last = 0
    for index in 1..<count {
      if self[index].lowerBound <= self[last].upperBound {
        self[last] =
          self[last].lowerBound..<Swift.max(self[last].upperBound, self[index].upperBound)
      } else {
        last += 1
        self[last] = self[index]
      }
    }
    removeSubrange(last + 1..<count)
  }
}
