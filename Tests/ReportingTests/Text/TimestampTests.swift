import Testing

@testable import Reporting

@Suite struct TimestampTests {
  // Moments that `date -u -d @N` gives.
  @Test(
    arguments: [
      (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"),
      (951_782_399, "2000-02-28T23:59:59Z"), (951_782_400, "2000-02-29T00:00:00Z"),
      (1_000_000_000, "2001-09-09T01:46:40Z"), (4_107_542_400, "2100-03-01T00:00:00Z"),
      (1_709_251_199, "2024-02-29T23:59:59Z"),
    ] as [(Int64, String)])
  func `finds the day of the calendar`(seconds: Int64, text: String) {
    #expect(Timestamp(seconds).iso8601 == text)
  }

  @Test func `shows the clock of a zone`() {
    #expect(Timestamp(1_000_000_000, offset: 120).iso8601 == "2001-09-09T03:46:40+02:00")
    #expect(Timestamp(0, offset: -210).iso8601 == "1969-12-31T20:30:00-03:30")
  }

  @Test func `writes the month in words`() {
    let moment = Timestamp(1_000_000_000, offset: 120)
    #expect(moment.text(in: .nl) == "9 september 2001, 03:46 (UTC+02:00)")
    #expect(moment.text(in: .en) == "9 September 2001, 03:46 (UTC+02:00)")
  }
}

@Suite struct TimestampReadingTests {
  @Test(arguments: [0, 951_782_400, 1_790_000_000, 4_102_444_799, -1] as [Int64])
  func `reads the moment that it writes`(seconds: Int64) {
    #expect(Timestamp.seconds(iso8601: Timestamp(seconds).iso8601) == seconds)
  }

  @Test(arguments: [
    "", "2026-02-30T10:00:00Z", "2026-13-01T10:00:00Z", "2026-01-01T24:00:00Z",
    "2026-01-01 10:00:00Z", "2026-01-01T10:00:00+01:00", "2026-01-01",
  ])
  func `reads nothing else`(text: String) {
    #expect(Timestamp.seconds(iso8601: text) == nil)
  }
}
