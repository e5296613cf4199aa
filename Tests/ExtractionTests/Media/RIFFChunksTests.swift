import Testing

/// Sounds and a film of ffmpeg and mutagen (Fixtures/media), and chunks by hand.
@Suite struct RIFFChunksTests {
  private func recording(_ name: String) -> DocumentRecording {
    DocumentRecording(of: ForeignFile.bytes("media/\(name)"))
  }

  @Test(arguments: ["sound.wav", "rf64.wav", "film.avi"])
  func `reads what a list says of the recording`(name: String) {
    let recording = recording(name)
    let fields = Set(recording.fields(at: "metadata"))
    let wanted: Set = [
      "Title=Gesprek mevrouw Vliet", "Artist=Wietske Vliet", "Product=Dossier 999990019",
      "Comment=Bel Çiğdem op w.vliet@voorbeeld.nl", "Copyright=Gemeente Goes",
    ]
    #expect(wanted.subtracting(fields) == [])
    #expect(recording.outcome == "\(name.suffix(3)) not-transcribed")
    #expect(recording.missing == [])
    #expect(recording.faults == [])
  }

  @Test func `reads what broadcasters write`() {
    let fields = recording("sound.wav").fields(at: "metadata")
    #expect(fields.contains("Description=Overleg met mevrouw Vliet"))
    #expect(fields.contains("Originator=Kees Klok"))
    #expect(fields.contains("OriginatorReference=999990019"))
    #expect(fields.contains("CodingHistory=A=PCM,T=recorder van Bo"))
  }

  @Test func `reads a tag of ID3, and the names of tracks`() {
    #expect(recording("id3.wav").fields(at: "metadata") == ["Artist=Wietske Vliet"])
    #expect(recording("film.avi").fields(at: "metadata").contains("StreamName=Camera van Bo"))
  }

  // MARK: By hand

  private static func little(_ number: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }

  private static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
    let filling: [UInt8] = content.count % 2 == 0 ? [] : [0]
    return Array(name.utf8) + little(content.count) + content + filling
  }

  private static func wave(_ chunks: [UInt8]) -> [UInt8] {
    chunk("RIFF", Array("WAVE".utf8) + chunks)
  }

  @Test func `reads marks in the sound, XML, and texts under unknown names`() {
    let notes =
      Self.chunk("labl", [1, 0, 0, 0] + Array("Ans\0".utf8))
      + Self.chunk("ltxt", [UInt8](repeating: 0, count: 20) + Array("Bo".utf8))
    let recording = DocumentRecording(
      of: Self.wave(
        Self.chunk("LIST", Array("adtl".utf8) + notes)
          + Self.chunk("iXML", Array("<BWFXML><NOTE>Cas</NOTE></BWFXML>".utf8))
          + Self.chunk("afsp", Array("user: dirk@voorbeeld.nl\0".utf8))))
    #expect(
      recording.fields(at: "metadata") == [
        "Label=Ans", "Text=Bo", "afsp=user: dirk@voorbeeld.nl", "BWFXML.NOTE=Cas",
      ])
  }

  @Test func `texts of a list may be short, or have controls in them`() {
    let texts = Self.chunk("IART", [0x42]) + Self.chunk("IXYZ", [0x41, 1, 0x42])
    let wave = Self.wave(Self.chunk("LIST", Array("INFO".utf8) + texts))
    #expect(DocumentRecording(of: wave).fields(at: "metadata") == ["Artist=B", "IXYZ=A\u{1}B"])
  }

  @Test func `reads letters that are no UTF-8 as those of Windows`() {
    let title = Self.chunk("INAM", [0x4A, 0xF6, 0x72, 0x67])
    let wave = Self.wave(Self.chunk("LIST", Array("INFO".utf8) + title))
    #expect(DocumentRecording(of: wave).fields(at: "metadata") == ["Title=Jörg"])
  }

  @Test func `reads the parts of a film that is longer than a length tells`() {
    let title = Self.chunk("LIST", Array("INFO".utf8) + Self.chunk("INAM", Array("Ans".utf8)))
    let film =
      Self.chunk("RIFF", Array("AVI ".utf8) + Self.chunk("LIST", Array("movi".utf8) + [1, 2]))
      + Self.chunk("RIFF", Array("AVIX".utf8) + title)
    #expect(DocumentRecording(of: film).fields(at: "metadata") == ["Title=Ans"])
  }

  @Test func `follows a list that goes on behind the length of the file, or breaks off`() {
    let wave = Self.wave(
      Self.chunk("LIST", Array("INFO".utf8) + Self.chunk("INAM", Array("Ansj".utf8))))
    var short = wave
    short[4] -= 6
    #expect(DocumentRecording(of: short).fields(at: "metadata") == ["Title=Ansj"])
    #expect(DocumentRecording(of: short).missing == [])
    let cut = DocumentRecording(of: Array(wave.dropLast(1)))
    #expect(cut.fields(at: "metadata") == ["Title=Ans"])
    #expect(cut.missing == ["malformed metadata"])
  }

  @Test func `samples whose length nobody knew go on to the end, others break off`() {
    let title = Self.chunk("LIST", Array("INFO".utf8) + Self.chunk("INAM", Array("Ans".utf8)))
    let open = Self.wave(title + Array("data".utf8) + Self.little(0xFFFF_FFFF) + [1, 2])
    #expect(DocumentRecording(of: open).missing == [])
    let cut = DocumentRecording(
      of: Self.wave(title + Array("data".utf8) + Self.little(9) + [1, 2]))
    #expect(cut.fields(at: "metadata") == ["Title=Ans"])
    #expect(cut.missing == ["malformed metadata"])
  }
}
