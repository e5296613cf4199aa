import Extraction
import Testing

/// The files are of R's haven.
@Suite struct SASTransportReaderTests {
  private static let fields = [
    "nr (Nummer)=1", "naam=Jansen, Jan", "geb (Geboortedatum)=1960-01-02", "gezien=2023-03-03",
    "bedrag=1234.5", "leeg=5",
    "nr (Nummer)=2", "naam=de Vries, J.P.", "geb (Geboortedatum)=1991-02-03",
    "gezien=2023-03-04", "bedrag=-7.25",
  ]

  @Test(arguments: ["version5.xpt", "version8.xpt"])
  func `each table has the names and labels of its variables`(name: String) {
    let recording = DocumentRecording(of: ForeignFile.bytes("sas/\(name)"))
    #expect(recording.outcome == "xpt complete")
    #expect(recording.faults == [])
    #expect(recording.fields(at: "MONITOR") == Self.fields)
  }

  @Test func `tables follow one another`() {
    let bytes = ForeignFile.bytes("sas/version5.xpt")
    // Behind the three records of the library.
    let recording = DocumentRecording(of: bytes + bytes.dropFirst(3 * 80))
    #expect(recording.fields(at: "MONITOR") == Self.fields + Self.fields)
  }

  @Test func `what is no table any more is read for its runs of text`() {
    var bytes = ForeignFile.bytes("sas/version5.xpt")
    bytes.replaceSubrange(240..<260, with: Array("BSN 999990019.......".utf8))
    let recording = DocumentRecording(of: bytes)
    #expect(recording.outcome == "xpt malformed")
    #expect(recording.texts.contains { $0.text.contains("BSN 999990019") })
  }

  @Test func `no cut of a file ends the reader`() {
    let bytes = ForeignFile.bytes("sas/version8.xpt")
    for count in stride(from: 0, to: bytes.count, by: 37) {
      #expect(DocumentRecording(of: Array(bytes.prefix(count))).faults == [])
    }
  }
}
