internal import ScanModel

/// The distinct values of a kind, told apart by their hashes up to a limit.
///
/// Hashes are seeded anew in every process and stay in memory.
struct DistinctValues: Sendable {
  private let limit: Int
  private var hashes: Set<Int> = []

  init(limit: Int) {
    self.limit = limit
  }

  var count: Int { hashes.count }
  var isFull: Bool { hashes.count >= limit }

  mutating func insert(_ value: SensitiveText) {
    guard !isFull else { return }
    hashes.insert(value.hashValue)
  }
}
