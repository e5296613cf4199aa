/// Counts distinct values by a hash of 64 bits for each, exactly up to a limit.
///
/// An open table of at least twice as many slots as hashes, so that one costs a look or two and
/// 16 to 32 bytes; without values it takes no memory.
struct DistinctCount: Sendable {
  private(set) var count = 0
  private let limit: Int
  /// A power of two of them, or none; 0 for a free one.
  private var slots: [UInt64] = []

  private static let firstSlotCount = 16

  init(limit: Int) {
    self.limit = limit
  }

  var isFull: Bool { count >= limit }

  /// Counts values; beyond the limit none is counted.
  ///
  /// Of many at once the processor waits for several slots together.
  mutating func insert(hashes: [Int]) {
    for hash in hashes where !isFull {
      if 2 * count >= slots.count { grow() }
      let mark = max(UInt64(bitPattern: Int64(hash)), 1)
      let slot = slot(for: mark)
      if slots[slot] == 0 {
        slots[slot] = mark
        count += 1
      }
    }
  }

  /// Where the hash stands, or the free slot where it belongs.
  private func slot(for mark: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: mark) & mask
    while slots[slot] != 0, slots[slot] != mark { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let marks = slots
    slots = [UInt64](repeating: 0, count: max(Self.firstSlotCount, 2 * marks.count))
    for mark in marks where mark != 0 { slots[slot(for: mark)] = mark }
  }
}
