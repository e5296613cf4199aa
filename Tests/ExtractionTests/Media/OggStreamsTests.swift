import Testing

/// Sounds of ffmpeg, mutagen, opusenc and FLAC (Fixtures/media).
@Suite struct OggStreamsTests {
  private func recording(_ name: String) -> DocumentRecording {
    DocumentRecording(of: ForeignFile.bytes("media/\(name)"))
  }

  @Test(arguments: ["sound.ogg", "sound.oga", "sound.spx", "sound.flac"])
  func `reads the comments of Vorbis, FLAC and Speex`(name: String) {
    let recording = recording(name)
    let fields = Set(recording.fields(at: "metadata"))
    let wanted: Set = [
      "title=Gesprek mevrouw Vliet", "artist=Wietske Vliet", "album=Dossier 999990019",
      "DESCRIPTION=Bel Çiğdem op w.vliet@voorbeeld.nl", "copyright=Gemeente Goes",
    ]
    #expect(wanted.subtracting(fields) == [])
    #expect(recording.outcome == (name == "sound.flac" ? "flac" : "ogg") + " not-transcribed")
    #expect(recording.missing == [])
    #expect(recording.faults == [])
  }

  @Test func `reads the comments of Opus`() {
    let fields = recording("sound.opus").fields(at: "metadata")
    #expect(fields.contains("artist=Wietske Vliet"))
    #expect(fields.contains("DOSSIER=999990019"))
  }

  @Test func `joins comments that go over several pages`() {
    let lyrics = recording("sound.ogg").fields(at: "metadata").first { $0.hasPrefix("lyrics=") }
    #expect(lyrics?.split(separator: "\n").count == 250)
  }

  @Test(arguments: ["sound.ogg", "sound.flac"])
  func `pictures are members`(name: String) {
    #expect(recording(name).fields(at: "omslag/metadata") == ["Author=Sanne Smit"])
  }

  @Test func `reads the comments of a stream that begins behind the end of another`() {
    let fields = recording("chain.ogg").fields(at: "metadata")
    #expect(fields.contains("DOSSIER=999990019"))
    #expect(fields.contains("album=Dossier 999990019"))
  }

  @Test(arguments: [("sound.ogg", 6000), ("sound.flac", 200)])
  func `says that the comments break off`(name: String, byteCount: Int) {
    let bytes = ForeignFile.bytes("media/\(name)")
    let recording = DocumentRecording(of: Array(bytes.prefix(byteCount)))
    #expect(recording.missing == ["malformed metadata"])
    #expect(recording.outcome.hasSuffix(" not-transcribed"))
  }
}
