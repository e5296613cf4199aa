/// How many findings there are of each level of confidence.
package struct LevelCounts: Hashable, Sendable {
  private var low = 0
  private var medium = 0
  private var high = 0

  package init() {}

  package init(low: Int, medium: Int, high: Int) {
    self.low = low
    self.medium = medium
    self.high = high
  }

  package subscript(level: Confidence.Level) -> Int {
    switch level {
    case .low: low
    case .medium: medium
    case .high: high
    }
  }

  package var total: Int { low + medium + high }

  /// Counts one more finding of this level.
  package mutating func count(_ level: Confidence.Level) {
    switch level {
    case .low: low += 1
    case .medium: medium += 1
    case .high: high += 1
    }
  }

  package mutating func add(_ other: LevelCounts) {
    low += other.low
    medium += other.medium
    high += other.high
  }
}
