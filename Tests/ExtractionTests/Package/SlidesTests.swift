import Testing

@testable import Extraction

@Suite struct SlidesTests {
  @Test func `reads slides in their order, with notes and tables`() {
    let recording = DocumentRecording(of: ForeignFile.bytes("package/slides.pptx"))
    #expect(
      recording.fields(at: "1") == ["Tweede", "Naam", "Postcode", "Naam=Piet", "Postcode=1234 AB"])
    #expect(recording.fields(at: "1/speaker-notes") == ["Notitie twee"])
    #expect(recording.fields(at: "2") == ["Eerste"])
    #expect(recording.fields(at: "2/speaker-notes") == ["Notitie een"])
    #expect(recording.outcome == "pptx complete")
    #expect(recording.faults.isEmpty)
  }
}
