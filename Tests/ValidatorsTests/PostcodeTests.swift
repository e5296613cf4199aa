import Testing

@testable import Validators

@Suite struct PostcodeTests {
  @Test(arguments: [
    "1234 AB", "1234AB", "1234ab", "1234\u{A0}AB", "1234  AB", "NL-1234 AB", "NL 1234 AB",
    "NL1234AB", " 1234 AB ", "1234-AB", "1234.ab", "1234\nAB", "1234 \r\nAB", "1234\n> AB",
    "1234-\n> >\tAB", "1 2 3 4  A B", "1  2  3  4    A  B", "1\u{A0}2\u{A0}3\u{A0}4 A B",
  ])
  func `accepts every notation`(text: String) {
    #expect(Validator.postcode.verdict(on: text) == .valid([]))
    #expect(Validator.postcode.normalForm(of: text) == "1234 AB")
  }

  @Test(arguments: [
    ("0999 AB", Verdict.Reason.range), ("1234 SA", .range), ("1234 SD", .range),
    ("1234 ss", .range), ("123 AB", .structure), ("1234 A", .structure), ("1234 ABC", .structure),
    ("1234", .structure), ("1234_AB", .structure), ("", .structure), ("NL", .structure),
    ("1234/AB", .structure), ("1234>AB", .structure), ("1234--AB", .structure),
    ("1 234 AB", .structure), ("1 2 3 4 AB", .structure), ("1234 A B", .structure),
    ("1 2 3 4  S S", .range), ("12-34-AB", .structure),
  ])
  func `says why it rejects`(text: String, reason: Verdict.Reason) {
    #expect(Validator.postcode.verdict(on: text) == .invalid(reason))
  }

  /// 90 % of the digits and 673 of 676 pairs of letters.
  @Test func `passes 90 of a hundred random codes`() {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    let share = Validator.postcode.share(of: 20_000) { generator in
      let pair = (0..<2).map { _ in letters[Int.random(in: 0..<26, using: &generator)] }
      return "\(generator.digits(4)) \(String(pair))"
    }
    #expect(abs(share - 0.9 * 673 / 676) < 0.01)
  }
}
