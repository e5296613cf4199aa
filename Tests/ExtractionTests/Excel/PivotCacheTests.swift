import Testing

@testable import Extraction

@Suite struct PivotCacheTests {
  @Test func `gives values with the names of their fields`() {
    var cache = BIFFBytes()
    for name in ["Naam", "Bedrag"] {
      cache.add(0x00C7, BIFFBytes.numbers(0, 0, 0, 0, 0, 0) + BIFFBytes.text(name))
      if name == "Naam" { cache.add(0x00CD, BIFFBytes.text("Jan Test")) }
    }
    // A row: the number of its name, and its amount as it is.
    cache.add(0x00C8, [0])
    cache.add(0x00C9, BIFFBytes.double(999_990_019))
    cache.end()
    var sink = DocumentRecordingSink()
    var reader = PivotCache()
    #expect(reader.read(cache.bytes.span, into: &sink) == .complete)
    #expect(sink.texts.flatMap(\.fields) == ["Naam=Jan Test", "Bedrag=999990019"])
  }
}
