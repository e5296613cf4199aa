/// Counts distinct values by a hash of 64 bits for each, exactly up to a limit.
///
/// Two open tables, so that a hash costs a look or two. The first hashes are kept whole; of more, the slot and
/// 32 bits are compared, in a table of 64 KB for 10,000, since what a look costs is memory that is in no
/// cache. Two of 10,000 are taken for one with a chance of one in half a million. Without values there is
/// no memory.
struct DistinctCount: Sendable {
  private(set) var count = 0
  private let limit: Int
  /// A power of two of them, or none; 0 for a free one.
  private var slots: [UInt64] = []
  /// The upper halves of all hashes once there are many, at the slots that their lower halves name.
  private var marks: [UInt32] = []

  private static let firstSlotCount = 16
  /// More hashes are not kept whole.
  private static let mostWhole = 256

  init(limit: Int) {
    self.limit = limit
  }

  var isFull: Bool { count >= limit }

  /// Counts values; beyond the limit none is counted.
  ///
  /// Of many at once the processor waits for several slots together.
  mutating func insert(hashes: [Int]) {
    for hash in hashes where !isFull {
      let hash = max(UInt64(bitPattern: Int64(hash)), 1)
      if marks.isEmpty, count == Self.mostWhole { spread() }
      if marks.isEmpty { addWhole(hash) } else { addMark(of: hash) }
    }
  }

  private mutating func addWhole(_ hash: UInt64) {
    if 2 * count >= slots.count { grow() }
    let slot = slot(for: hash)
    guard slots[slot] == 0 else { return }
    slots[slot] = hash
    count += 1
  }

  /// Where the hash stands, or the free slot where it belongs.
  private func slot(for hash: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0, slots[slot] != hash { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let hashes = slots
    slots = [UInt64](repeating: 0, count: max(Self.firstSlotCount, 2 * hashes.count))
    for hash in hashes where hash != 0 { slots[slot(for: hash)] = hash }
  }

  @inline(__always)
  private mutating func addMark(of hash: UInt64) {
    let mask = marks.count - 1
    let mark = max(UInt32(truncatingIfNeeded: hash >> 32), 1)
    var slot = Int(truncatingIfNeeded: hash) & mask
    while marks[slot] != 0 {
      if marks[slot] == mark { return }
      slot = (slot + 1) & mask
    }
    marks[slot] = mark
    count += 1
  }

  /// Makes the table that takes all up to the limit, at most three quarters of its slots.
  private mutating func spread() {
    var slotCount = Self.firstSlotCount
    while slotCount * 3 < limit * 4 { slotCount *= 2 }
    marks = [UInt32](repeating: 0, count: slotCount)
    count = 0
    for hash in slots where hash != 0 { addMark(of: hash) }
    slots = []
  }
}
