/// How sure a finding is: 0 for not at all to 1 for certain.
package struct Confidence: Hashable, Sendable, Comparable {
  /// 0...100.
  private let hundredths: UInt8

  /// What is no number counts as 0.
  package init(_ value: Double) {
    hundredths = value > 0 ? UInt8((min(value, 1) * 100).rounded()) : 0
  }

  /// 0...1, in steps of 0.01.
  package var value: Double { Double(hundredths) / 100 }

  package var level: Level {
    if hundredths < 50 { return .low }
    return hundredths < 80 ? .medium : .high
  }

  package static func == (left: Confidence, right: Confidence) -> Bool {
    left.hundredths == right.hundredths
  }

  package static func < (left: Confidence, right: Confidence) -> Bool {
    left.hundredths < right.hundredths
  }

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
