import Testing

@testable import Validators

@Suite struct CalendarDateTests {
  @Test(arguments: [
    ("29-02-2000", "2000-02-29"), ("29 februari 2024", "2024-02-29"), ("31-12-2099", "2099-12-31"),
    ("1-1-1800", "1800-01-01"), ("26 MAA/MAR 2012", "2012-03-26"),
  ])
  func `accepts days of the calendar`(text: String, date: String) {
    #expect(Validator.date.verdict(on: text) == .valid([]))
    #expect(Validator.date.normalForm(of: text) == date)
  }

  @Test(arguments: [
    ("29-02-2023", Verdict.Reason.range), ("29-02-1900", .range), ("19780300", .range),
    ("1978", .range), ("31-12-1799", .range), ("1-1-2100", .range), ("12.34", .structure),
  ])
  func `says why it rejects`(text: String, reason: Verdict.Reason) {
    #expect(Validator.date.verdict(on: text) == .invalid(reason))
  }
}
