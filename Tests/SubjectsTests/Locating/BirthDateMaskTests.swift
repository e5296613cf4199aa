import ScanModel
import Subjects
import Testing

/// The masks of what is located.
@Suite struct BirthDateMaskTests {
  @Test func `one birth date has one mask however it is written`() throws {
    let text = "A.B. van 't Hof, 12-03-1978, 12 maart 1978, 19780312, 12/3/78\n"
    let records = try #require(try LocatedText(text, named: "a.txt").file?.documents.first?.records)
    let dates = records.flatMap(\.record.mentions).filter { $0.attribute == .birthDate }
    #expect(dates.count == 4)
    #expect(Set(dates.map(\.value)).count == 4)
    #expect(Set(dates.map { $0.masked.masked() }) == ["••••-••-12"])
  }
}
