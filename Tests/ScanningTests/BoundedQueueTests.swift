import Testing

@testable import Scanning

@Suite struct BoundedQueueTests {
  @Test func `gives the oldest first, round and round`() {
    var queue = BoundedQueue<Int>(capacity: 3)
    queue.append(0)
    for number in 1...10 {
      queue.append(number)
      #expect(queue.removeFirst() == number - 1)
    }
    #expect(queue.count == 1)
    #expect(queue.removeFirst() == 10)
    #expect(queue.removeFirst() == nil)
  }

  @Test func `lets go of what was taken`() {
    final class Element: Sendable {}
    var queue = BoundedQueue<Element>(capacity: 2)
    weak var element: Element?
    do {
      let strong = Element()
      element = strong
      queue.append(strong)
    }
    #expect(element != nil)
    _ = queue.removeFirst()
    #expect(element == nil)
  }
}
