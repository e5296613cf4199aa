/// The first `limit` of many elements in a given order, whatever the order in which they come.
///
/// Holds at most twice `limit` elements at a time; taking one costs O(log limit) on average.
struct TopList<Element> {
  let limit: Int
  /// How many were offered.
  private(set) var offeredCount = 0

  private let precedes: (Element, Element) -> Bool
  private var kept: [Element] = []
  /// The last of the first `limit` so far, once there are that many.
  private var last: Element?

  init(limit: Int, by precedes: @escaping (Element, Element) -> Bool) {
    precondition(limit > 0, "a list of nothing")
    self.limit = limit
    self.precedes = precedes
  }

  mutating func offer(_ element: Element) {
    offeredCount += 1
    if let last, !precedes(element, last) { return }
    kept.append(element)
    if kept.count == 2 * limit { cut() }
  }

  /// The first elements in order, at most `limit`.
  var elements: [Element] { Array(kept.sorted(by: precedes).prefix(limit)) }

  /// How many were offered beyond those that `elements` gives.
  var omittedCount: Int { max(0, offeredCount - limit) }

  private mutating func cut() {
    kept.sort(by: precedes)
    kept.removeLast(kept.count - limit)
    last = kept.last
  }
}
