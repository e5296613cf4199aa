import Testing

@testable import Extraction

@Suite struct OutlookStoreReaderTests {
  @Test func `says that a store which cannot be opened is malformed`() {
    let bytes = Array("!BDN".utf8) + [UInt8](repeating: 0, count: 2000)
    #expect(DocumentRecording(of: bytes).outcome == "pst malformed")
  }

  @Test(arguments: [
    (0, "01-01-1601"), (58, "28-02-1601"), (59, "01-03-1601"), (134_774, "01-01-1970"),
    (145_731, "01-01-2000"), (145_790, "29-02-2000"), (3_067_670, "31-12-9999"),
  ])
  func `tells the date of a day`(days: Int, date: String) {
    #expect(CalendarDate(daysFrom1601: days)?.dutch == date)
  }

  @Test func `knows no date before 1601 or after 9999`() {
    #expect(CalendarDate(daysFrom1601: -1) == nil)
    #expect(CalendarDate(daysFrom1601: 3_067_671) == nil)
  }
}
