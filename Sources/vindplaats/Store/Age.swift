internal import ArgumentParser

/// A length of time such as `30d`, `6w`, `18m` (months of 30 days) or `2y` (years of 365 days).
struct Age: Hashable, Sendable, ExpressibleByArgument {
  let days: Int64

  init?(argument: String) {
    guard let unit = argument.last, let number = Int64(argument.dropLast()), number >= 0,
      number < 100_000
    else { return nil }
    switch unit {
    case "d": days = number
    case "w": days = 7 * number
    case "m": days = 30 * number
    case "y": days = 365 * number
    default: return nil
    }
  }

  /// The moment so long before `time`, both in seconds since 1970.
  func before(_ time: Int64) -> Int64 { time - days * 86_400 }
}
