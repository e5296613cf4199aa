internal import Synchronization

/// States in their order, handed out to threads in parts.
final class StateParts: Sendable {
  private static let size = 1024

  private let states: [Int64]
  private let nextPart = Atomic<Int>(0)

  init(_ states: [Int64]) {
    self.states = states
  }

  var count: Int { (states.count + Self.size - 1) / Self.size }

  /// nil where all are handed out.
  func next() -> ArraySlice<Int64>? {
    let part = nextPart.add(1, ordering: .relaxed).oldValue
    guard part < count else { return nil }
    return states[part * Self.size..<min((part + 1) * Self.size, states.count)]
  }
}
