@testable import Validators

extension Validator {
  /// The verdict on a string.
  func verdict(on text: String) -> Verdict {
    validate(text.utf8.span)
  }

  /// The normal form of a string.
  func normalForm(of text: String) -> String {
    String(decoding: normalized(text.utf8.span), as: UTF8.self)
  }

  /// The share of `count` random candidates that pass; the same at each call.
  func share(of count: Int, made candidate: (inout SeededGenerator) -> String) -> Double {
    var generator = SeededGenerator(seed: 2026)
    var passedCount = 0
    for _ in 0..<count where verdict(on: candidate(&generator)).isValid { passedCount += 1 }
    return Double(passedCount) / Double(count)
  }
}
