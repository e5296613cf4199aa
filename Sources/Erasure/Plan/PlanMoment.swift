internal import Reporting

/// Moments of the file system in plans: `2026-05-06T14:03:09Z+000000123`, to the nanosecond.
enum PlanMoment {
  private static let second: Int64 = 1_000_000_000

  static func text(_ nanoseconds: Int64) -> String {
    let rest = ((nanoseconds % second) + second) % second
    let digits = String(rest)
    let zeros = String(repeating: "0", count: 9 - digits.utf8.count)
    return Timestamp((nanoseconds - rest) / second).iso8601 + "+\(zeros)\(digits)"
  }

  /// nil for any other text.
  static func nanoseconds(_ text: String) -> Int64? {
    let parts = text.split(separator: "+", omittingEmptySubsequences: false)
    guard parts.count == 2, let seconds = Timestamp.seconds(iso8601: String(parts[0])),
      parts[1].utf8.count == 9, let rest = Int64(parts[1]), rest >= 0
    else { return nil }
    return seconds * second + rest
  }
}
