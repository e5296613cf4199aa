/// The oldest first, and never more than its capacity; what is taken is let go at once.
struct BoundedQueue<Element> {
  private var slots: [Element?]
  private var head = 0
  private(set) var count = 0

  init(capacity: Int) {
    slots = Array(repeating: nil, count: capacity)
  }

  var isEmpty: Bool { count == 0 }

  /// How many more elements fit.
  var freeCount: Int { slots.count - count }

  /// Adds an element; there must be room.
  mutating func append(_ element: Element) {
    precondition(freeCount > 0, "a bounded queue is full")
    slots[(head + count) % slots.count] = element
    count += 1
  }

  /// Takes the oldest element; nil where there is none.
  mutating func removeFirst() -> Element? {
    guard count > 0 else { return nil }
    defer {
      head = (head + 1) % slots.count
      count -= 1
    }
    return slots[head].take()
  }
}
