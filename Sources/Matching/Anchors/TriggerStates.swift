/// The states of an automaton: what is left of all variants, each in a state of its own table.
///
/// A state is put together in place (`begin`, `append`), looked up (`number`), and kept if it is new
/// (`add`). Thousands are made when a thread begins to search; none costs memory of its own.
struct TriggerStates {
  /// A variant and the state of its table.
  struct Member: Equatable {
    let variant: UInt16
    let state: UInt16

    init(_ variant: UInt16, _ state: UInt16) {
      self.variant = variant
      self.state = state
    }
  }

  /// Those of all states, one after the other, and of the one that is put together.
  private(set) var members: [Member] = []
  /// Where the members of each state end.
  private var ends: [Int] = []
  /// Numbers of states at their hash or behind it, -1 where free; at most half of them are taken.
  private var slots: [Int16] = Array(repeating: -1, count: 256)

  var count: Int { ends.count }

  /// Where the members of a state lie.
  func places(of state: Int16) -> Range<Int> {
    (state == 0 ? 0 : ends[Int(state) - 1])..<ends[Int(state)]
  }

  /// Forgets all states, not the one that is put together.
  mutating func forgetAll() {
    members.removeSubrange(..<start)
    ends.removeAll(keepingCapacity: true)
    slots = Array(repeating: -1, count: slots.count)
  }

  // MARK: The state that is put together

  private var start: Int { ends.last ?? 0 }

  /// Its members.
  var begun: ArraySlice<Member> { members[start...] }

  mutating func begin() {
    members.removeSubrange(start...)
  }

  mutating func append(_ member: Member) {
    members.append(member)
  }

  /// Its number, if it was made before.
  var number: Int16? {
    let slot = slot(for: start..<members.count)
    return slots[slot] < 0 ? nil : slots[slot]
  }

  /// Keeps it as a new state; returns its number.
  mutating func add() -> Int16 {
    let number = Int16(ends.count)
    if 2 * (ends.count + 1) > slots.count { grow() }
    slots[slot(for: start..<members.count)] = number
    ends.append(members.count)
    return number
  }

  // MARK: Looking up

  /// Where the state with such members stands, or the free slot where it belongs.
  private func slot(for range: Range<Int>) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash(of: range)) & mask
    while slots[slot] >= 0, !areEqual(places(of: slots[slot]), range) { slot = (slot + 1) & mask }
    return slot
  }

  private func areEqual(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    guard one.count == other.count else { return false }
    for offset in 0..<one.count
    where members[one.lowerBound + offset] != members[other.lowerBound + offset] { return false }
    return true
  }

  private func hash(of range: Range<Int>) -> UInt64 {
    var hash = UInt64(range.count)
    for place in range {
      let member = members[place]
      hash = (hash ^ UInt64(member.variant) << 16 ^ UInt64(member.state)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
    }
    return hash
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: 4 * slots.count)
    for number in ends.indices {
      slots[slot(for: places(of: Int16(number)))] = Int16(number)
    }
  }
}
