import Testing

@testable import Validators

@Suite struct BSNTests {
  @Test(arguments: [
    "123456782", "1234.56.782", "1234 56 782", "123 456 782", "123.456.782", "12.34.56.782",
    "123-456-782", "1234\u{A0}56\u{A0}782", "1234\u{2007}56\u{2007}782",
    "1234\u{202F}56\u{202F}782", "1234\n56782", "1234\r\n> 56782",
  ])
  func `accepts every notation and gives nine digits`(text: String) {
    #expect(Validator.bsn.verdict(on: text) == .valid(.testRange))
    #expect(Validator.bsn.normalForm(of: text) == "123456782")
  }

  @Test(arguments: [
    ("1.23456782E8", "123456782"), ("1,23456782E+08", "123456782"), ("9.9990011e+8", "999900110"),
    ("6.3308836E7", "063308836"),
  ])
  func `reads the exponent of a program where no digit is lost`(text: String, number: String) {
    #expect(Validator.bsn.verdict(on: text).isValid)
    #expect(Validator.bsn.normalForm(of: text) == number)
  }

  @Test(arguments: [
    "1,11E+08", "1.123456782E8", "1.23456782E9", "1.23456782E", "1.23456782E+", "E8",
  ])
  func `reads no other number with an exponent`(text: String) {
    #expect(!Validator.bsn.verdict(on: text).isValid)
  }

  @Test(arguments: [("10000008", "010000008"), ("63308836", "063308836")])
  func `puts back a zero that was lost, and notes it`(text: String, number: String) {
    #expect(Validator.bsn.verdict(on: text) == .valid(.lostZero))
    #expect(Validator.bsn.normalForm(of: text) == number)
    #expect(Validator.bsn.verdict(on: number) == .valid([]))
  }

  @Test(arguments: ["999990019", "999999990", "999911120", "100600505", "100600542", "111222333"])
  func `notes values of test ranges`(text: String) {
    #expect(Validator.bsn.verdict(on: text) == .valid(.testRange))
  }

  @Test(arguments: [
    ("", Verdict.Reason.length), ("1234567", .length), ("1234567821", .length),
    ("12345678A", .character), ("1234_56782", .character), ("BSN 123456782", .character),
    ("123456783", .checkDigit), ("999999999", .checkDigit), ("06330883", .range),
    ("000000000", .range), ("00000000", .range), ("000000012", .range), ("004495445", .range),
  ])
  func `says why it rejects`(text: String, reason: Verdict.Reason) {
    #expect(Validator.bsn.verdict(on: text) == .invalid(reason))
  }

  @Test func `passes nine of a hundred random numbers`() {
    let share = Validator.bsn.share(of: 100_000) { $0.digits(9) }
    #expect(abs(share - 0.09) < 0.003)
  }

  @Test func `passes at most one last digit for eight others`() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<2_000 {
      let stem = generator.digits(8)
      let count = (0...9).count { Validator.bsn.verdict(on: "\(stem)\($0)").isValid }
      #expect(count <= 1)
    }
  }

  /// A file name or a folder that holds a date looks like a number of eight digits.
  @Test func `passes nine of a hundred dates written as eight digits`() {
    var count = 0
    var passedCount = 0
    for year in 1930...2034 {
      for month in 1...12 {
        for day in 1...31 {
          let date = year * 10_000 + month * 100 + day
          guard Validator.date.verdict(on: "\(date)").isValid else { continue }
          count += 1
          if Validator.bsn.verdict(on: "\(date)").isValid { passedCount += 1 }
        }
      }
    }
    #expect(count == 38_351)
    #expect(abs(Double(passedCount) / Double(count) - 0.0908) < 0.0005)
  }
}
