import Testing

@testable import Reporting

@Suite struct NumberTextTests {
  @Test(
    arguments: [
      (0, "0", "0"), (999, "999", "999"), (1000, "1.000", "1,000"),
      (1234567, "1.234.567", "1,234,567"),
      (-1234, "-1.234", "-1,234"),
      (Int.min, "-9.223.372.036.854.775.808", "-9,223,372,036,854,775,808"),
    ])
  func `marks thousands`(number: Int, dutch: String, english: String) {
    #expect(NumberText(.nl).grouped(number) == dutch)
    #expect(NumberText(.en).grouped(number) == english)
  }

  @Test(arguments: [
    (0.5, 1, "0,5"), (2.96, 1, "3,0"), (0.07, 2, "0,07"), (12.4, 0, "12"), (-0.001, 2, "0,00"),
  ])
  func `rounds decimals`(number: Double, places: Int, text: String) {
    #expect(NumberText(.nl).decimal(number, places: places) == text)
  }

  @Test(
    arguments: [
      (0, "0 B"), (999, "999 B"), (1000, "1,0 kB"), (48_211_034, "48,2 MB"),
      (482_000_000_000, "482 GB"),
      (999_499, "999 kB"), (999_500, "1,0 MB"), (Int.max, "9,2 EB"),
    ])
  func `chooses the unit of bytes`(count: Int, text: String) {
    #expect(NumberText(.nl).byteCount(count) == text)
  }

  @Test(
    arguments: [
      (0.04, "0,0 s"), (9.94, "9,9 s"), (12.3, "12 s"), (59.6, "1 min 00 s"), (192.4, "3 min 12 s"),
      (7500, "2 u 05 min"), (Double.infinity, "–"),
    ])
  func `chooses the unit of time`(seconds: Double, text: String) {
    #expect(NumberText(.nl).duration(seconds) == text)
  }
}
