import Testing

@testable import Validators

@Suite struct DateOfBirthTests {
  @Test(arguments: [
    "03-03-1978", "3-3-1978", "3-3-78", "03/03/1978", "3.3.1978", "3 3 1978", "1978-03-03",
    "1978/3/3", "19780303", "03031978", "3 maart 1978", "3 mrt 1978", "3 mrt. 1978", "3-mrt-78",
    "3e maart 1978", "3 maart '78", "3 maart \u{2019}78", "3 MAA/MAR 1978", "3 March 1978",
    "March 3, 1978", "March 3rd, 1978", "3rd of March 1978", "3\u{A0}maart\u{A0}1978",
    "3 maart\n1978", "3 maart\r\n> 1978", "03-\n> > 03-1978", "0 3  0 3  1 9 7 8",
    "0 3 0 3 1 9 7 8", "0 3 - 0 3 - 1 9 7 8", "1 9 7 8 / 0 3 / 0 3",
    "030378", "780303", "3031978", "28552",
  ])
  func `accepts every notation`(text: String) {
    #expect(Validator.dateOfBirth.verdict(on: text) == .valid([]))
    #expect(Validator.dateOfBirth.normalForm(of: text) == "1978-03-03")
  }

  @Test(arguments: [
    ("januari jan january", "01"), ("februari feb february", "02"), ("maart mrt maa march", "03"),
    ("april apr", "04"), ("mei may", "05"), ("juni jun june", "06"), ("juli jul july", "07"),
    ("augustus aug August", "08"), ("september sep sept", "09"), ("oktober okt october", "10"),
    ("november nov", "11"), ("december DEC", "12"),
  ])
  func `knows the months in Dutch and English`(names: String, month: String) {
    for name in names.split(separator: " ") {
      #expect(Validator.dateOfBirth.normalForm(of: "1 \(name) 1960") == "1960-\(month)-01")
      #expect(Validator.dateOfBirth.normalForm(of: "\(name) 1, 1960") == "1960-\(month)-01")
    }
  }

  @Test(arguments: [
    ("19780300", "1978-03-00"), ("19780000", "1978-00-00"), ("00-00-1978", "1978-00-00"),
    ("1978", "1978-00-00"),
  ])
  func `accepts an unknown day or month`(text: String, date: String) {
    #expect(Validator.dateOfBirth.verdict(on: text) == .valid([]))
    #expect(Validator.dateOfBirth.normalForm(of: text) == date)
  }

  @Test(arguments: [("1-1-26", "2026"), ("1-1-27", "1927"), ("1-1-00", "2000"), ("1-1-99", "1999")])
  func `puts a year of two digits into the last hundred years`(text: String, year: String) {
    #expect(Validator.dateOfBirth.normalForm(of: text) == "\(year)-01-01")
  }

  @Test(arguments: [
    ("30-02-1978", Verdict.Reason.range), ("29-02-1900", .range), ("31-04-1978", .range),
    ("32-01-1978", .range), ("01-13-1978", .range), ("19781303", .range), ("03-03-1899", .range),
    ("03-03-2036", .range), ("19780003", .range), ("00000000", .range), ("1-1-978", .structure),
    ("3 foo 1978", .structure), ("maart 1978", .structure), ("3 maart", .structure),
    ("1-2-3-4", .structure), ("197803030", .structure), ("3_3_1978", .structure), ("", .structure),
    ("1978-03-1978", .structure), ("3 mrt apr 1978", .structure),
    ("3 maart > 1978", .structure), ("0 3 0 3 1 9 7", .structure),
    ("0 3 0 3 1 9 7 8 0", .structure),
    ("0 3 0 3 19 78", .structure), ("3 1  1 3  1 9 7 8", .range),
  ])
  func `says why it rejects`(text: String, reason: Verdict.Reason) {
    #expect(Validator.dateOfBirth.verdict(on: text) == .invalid(reason))
  }
}
