/// How sure a finding is: 0 for not at all to 1 for certain.
package struct Confidence: Hashable, Sendable, Comparable {
  /// 0...1, in steps of 0.01.
  package let value: Double

  package init(_ value: Double) {
    self.value = (min(max(value, 0), 1) * 100).rounded() / 100
  }

  package var level: Level {
    if value < 0.5 { return .low }
    return value < 0.8 ? .medium : .high
  }

  package static func < (left: Confidence, right: Confidence) -> Bool { left.value < right.value }

  /// low < 0.5 ≤ medium < 0.8 ≤ high.
  package enum Level: String, Hashable, Sendable, CaseIterable, Comparable {
    case low, medium, high

    package static func < (left: Level, right: Level) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .low: 0
      case .medium: 1
      case .high: 2
      }
    }
  }
}
