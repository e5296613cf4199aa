/// Finds labels by their bytes, for one text after the other.
///
/// Its hash is seeded anew in every process, so that no document can be made of names that collide.
package struct LabelNumbers {
  private static let seed = UInt64.random(in: 0...UInt64.max)
  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

  private struct Slot {
    static let free = Slot(hash: 0, label: -1)

    var hash: UInt32
    var label: Int32
  }

  /// Labels at their hash or behind it; at most half of them are taken.
  private var slots = [Slot](repeating: .free, count: 64)
  private var count = 0

  package init() {}

  /// Forgets all labels and keeps the memory, unless that is large.
  package mutating func removeAll() {
    if slots.count > 1024 {
      self = LabelNumbers()
    } else if count > 0 {
      for index in slots.indices { slots[index] = .free }
      count = 0
    }
  }

  /// The number of a name in `labels`; nil where it is new.
  package func number(of name: Span<UInt8>, in labels: [[UInt8]]) -> Int32? {
    let hash = Self.hash(name)
    var index = Int(hash) & (slots.count - 1)
    while slots[index].label >= 0 {
      if slots[index].hash == hash, labels[Int(slots[index].label)].equals(name) {
        return slots[index].label
      }
      index = (index + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Adds a name that is new.
  package mutating func insert(_ name: Span<UInt8>, number: Int32) {
    if 2 * (count + 1) > slots.count { grow() }
    count += 1
    put(Slot(hash: Self.hash(name), label: number))
  }

  private mutating func put(_ slot: Slot) {
    var index = Int(slot.hash) & (slots.count - 1)
    while slots[index].label >= 0 { index = (index + 1) & (slots.count - 1) }
    slots[index] = slot
  }

  private mutating func grow() {
    let taken = slots.filter { $0.label >= 0 }
    slots = Array(repeating: .free, count: 2 * slots.count)
    for slot in taken { put(slot) }
  }

  private static func hash(_ name: Span<UInt8>) -> UInt32 {
    var hash = seed ^ UInt64(truncatingIfNeeded: name.count)
    var word: UInt64 = 0
    for index in name.indices {
      word = word << 8 | UInt64(name[index])
      guard index & 7 == 7 else { continue }
      hash = mixed(hash ^ word)
      word = 0
    }
    return UInt32(truncatingIfNeeded: mixed(hash ^ word))
  }

  /// Both halves of the product, so that every bit depends on every bit.
  private static func mixed(_ word: UInt64) -> UInt64 {
    let product = word.multipliedFullWidth(by: factor)
    return product.high ^ product.low
  }
}

extension [UInt8] {
  fileprivate func equals(_ other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    for index in indices where self[index] != other[index] { return false }
    return true
  }
}
