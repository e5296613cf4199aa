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

  @Test(arguments: [(UInt8(46), "Bo=Ans"), (45, "Bo=Cas")])
  func `goes on behind clusters where the list of the file says, if that is there`(
    place: UInt8, first: String
  ) {
    func tags(_ text: String) -> [UInt8] {
      [
        0x12, 0x54, 0xC3, 0x67, 0x91, 0x73, 0x73, 0x8E, 0x67, 0xC8, 0x8B, 0x45, 0xA3, 0x82, 0x42,
        0x6F,
      ]
        + [0x44, 0x87, 0x83] + Array(text.utf8)
    }
    // The list; a cluster that holds nothing, and tags that the list does not name.
    let seek: [UInt8] = [
      0x4D, 0xBB, 0x8B, 0x53, 0xAB, 0x84, 0x12, 0x54, 0xC3, 0x67, 0x53, 0xAC, 0x81,
    ]
    let list = [0x11, 0x4D, 0x9B, 0x74, 0x8E] + seek + [place]
    let film =
      ForeignFile.bytes("media/film.mkv").prefix { $0 != 0x18 } + [0x18, 0x53, 0x80, 0x67, 0xFF]
    let body = list + [0x1F, 0x43, 0xB6, 0x75, 0x80] + tags("Cas") + tags("Ans")
    let fields = DocumentRecording(of: film + body).fields(at: "metadata")
    #expect(fields.first == first)
    #expect(fields.last == "Bo=Ans")
  }

  @Test func `says that a file breaks off`() {
    let bytes = ForeignFile.bytes("media/film.mkv")
    let recording = DocumentRecording(of: Array(bytes.dropLast(200)))
    #expect(recording.missing == ["malformed metadata"])
  }
}
