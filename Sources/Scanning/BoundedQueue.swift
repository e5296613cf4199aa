internal import Dispatch
internal import Synchronization

/// A queue that makes its writer wait while it is full, and its readers while it is empty.
final class BoundedQueue<Element: Sendable>: Sendable {
  private struct State {
    var elements: [Element] = []
    var head = 0
  }

  private let state = Mutex(State())
  private let free: DispatchSemaphore
  private let filled = DispatchSemaphore(value: 0)

  init(capacity: Int) {
    free = DispatchSemaphore(value: capacity)
  }

  /// Adds an element; waits for room.
  func append(_ element: Element) {
    free.wait()
    state.withLock { $0.elements.append(element) }
    filled.signal()
  }

  /// Lets each of `readerCount` readers see the end once the queue is empty.
  func close(readerCount: Int) {
    for _ in 0..<readerCount { filled.signal() }
  }

  /// Takes the oldest element; nil at the end.
  func next() -> Element? {
    filled.wait()
    let element = state.withLock { state -> Element? in
      guard state.head < state.elements.count else { return nil }
      let element = state.elements[state.head]
      state.head += 1
      if state.head == state.elements.count || state.head >= 1024 {
        state.elements.removeSubrange(..<state.head)
        state.head = 0
      }
      return element
    }
    if element != nil { free.signal() }
    return element
  }
}
