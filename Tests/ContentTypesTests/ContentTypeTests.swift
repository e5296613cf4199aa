import Testing

@testable import ContentTypes

@Suite struct ContentTypeTests {
  @Test func `has distinct ids for binary types`() {
    #expect(ContentType.empty.id == "empty")
    #expect(ContentType.text(.delimited(.tab), .utf8).id == "tsv")
    #expect(ContentType.binary(.sevenZip).id == "7z")
  }
}
