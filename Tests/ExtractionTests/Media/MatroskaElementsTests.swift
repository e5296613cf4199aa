import Testing

/// A film of mkvmerge and a sound that ffmpeg wrote without knowing its length (Fixtures/media).
@Suite struct MatroskaElementsTests {
  private func recording(_ name: String) -> DocumentRecording {
    DocumentRecording(of: ForeignFile.bytes("media/\(name)"))
  }

  @Test func `reads titles, tags, chapters and the names of tracks`() {
    let recording = recording("film.mkv")
    let fields = Set(recording.fields(at: "metadata"))
    let wanted: Set = [
      "Title=Gesprek mevrouw Vliet", "ARTIST=Wietske Vliet", "EMAIL=w.vliet@voorbeeld.nl",
      "Chapter=Intake Bo", "TrackName=Camera van Bo", "Description=brief aan Bakker",
    ]
    #expect(wanted.subtracting(fields) == [])
    #expect(recording.outcome == "mkv not-transcribed")
    #expect(recording.missing == [])
    #expect(recording.faults == [])
  }

  @Test func `attachments are members`() {
    #expect(recording("film.mkv").text(at: "brief.txt") == "Geachte heer Bakker")
  }

  @Test func `reads a file of elements whose length is not known`() {
    let recording = recording("live.webm")
    #expect(recording.fields(at: "metadata").first == "Title=Gesprek mevrouw Vliet")
    #expect(recording.missing == [])
  }

  @Test func `reads tags behind clusters whose length is not known`() {
    let tag: [UInt8] = [
      0x67, 0xC8, 0x8B, 0x45, 0xA3, 0x82, 0x42, 0x6F, 0x44, 0x87, 0x83, 0x41, 0x6E, 0x73,
    ]
    let tags = [0x12, 0x54, 0xC3, 0x67, 0x91, 0x73, 0x73, 0x8E] + tag
    let bytes = ForeignFile.bytes("media/live.webm")
    #expect(DocumentRecording(of: bytes + tags).fields(at: "metadata").last == "Bo=Ans")
  }

  @Test func `says that a file breaks off`() {
    let bytes = ForeignFile.bytes("media/film.mkv")
    let recording = DocumentRecording(of: Array(bytes.dropLast(200)))
    #expect(recording.missing == ["malformed metadata"])
  }
}
