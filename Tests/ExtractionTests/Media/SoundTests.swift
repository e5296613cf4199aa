import Testing

/// AIFF, AAC, FLV and MIDI of ffmpeg and mido (Fixtures/media), and some by hand.
@Suite struct SoundTests {
  private func recording(_ name: String) -> DocumentRecording {
    DocumentRecording(of: ForeignFile.bytes("media/\(name)"))
  }

  private static let wanted: Set = [
    "Title=Gesprek mevrouw Vliet", "Artist=Wietske Vliet", "Album=Dossier 999990019",
    "Copyright=Gemeente Goes",
  ]

  @Test(arguments: [("sound.aiff", "aiff"), ("sound.aac", "aac")])
  func `reads tags of ID3 in AIFF and AAC`(name: String, type: String) {
    let recording = recording(name)
    #expect(Self.wanted.subtracting(recording.fields(at: "metadata")) == [])
    #expect(recording.outcome == "\(type) not-transcribed")
    #expect(recording.missing == [])
  }

  @Test func `reads the chunks of texts of AIFF`() {
    let recording = recording("texts.aiff")
    #expect(
      recording.fields(at: "metadata") == [
        "Title=Gesprek mevrouw Vliet", "Author=Wietske Vliet", "Copyright=Gemeente Goes",
        "Comment=Dossier 999990019", "Comment=Bel Jan van Bo", "Marker=Intake Bo",
      ])
    #expect(recording.missing == [])
  }

  @Test func `reads the values of FLV`() {
    let recording = recording("film.flv")
    let fields = recording.fields(at: "metadata")
    #expect(fields.contains("artist=Wietske Vliet"))
    #expect(fields.contains("comment=Bel Çiğdem op w.vliet@voorbeeld.nl"))
    #expect(recording.outcome == "flv not-transcribed")
    #expect(recording.missing == [])
  }

  @Test func `reads texts of MIDI, and joins what is sung`() {
    let recording = recording("song.mid")
    #expect(
      recording.fields(at: "metadata") == [
        "TrackName=Gesprek mevrouw Vliet", "Copyright=Gemeente Goes", "Text=Dossier 999990019",
        "Marker=Intake Bo", "Lyrics=Wietske Vliet\nzingt", "Text=@TLied van Bo",
        "Lyrics=Goedemorgen \nmevrouw",
      ])
    #expect(recording.outcome == "midi not-transcribed")
    #expect(recording.missing == [])
  }

  @Test(arguments: [("voice.amr", "amr"), ("stream.ts", "mpeg"), ("stream.mpg", "mpeg")])
  func `names what says nothing of itself`(name: String, type: String) {
    let recording = recording(name)
    #expect(recording.outcome == "\(type) not-transcribed")
    #expect(recording.texts.isEmpty)
    #expect(recording.missing == [])
  }

  // MARK: By hand

  private static func tag(_ kind: UInt8, _ content: [UInt8]) -> [UInt8] {
    [kind, 0, 0, UInt8(content.count)] + [UInt8](repeating: 0, count: 7) + content + [0, 0, 0, 0]
  }

  private static func text(_ text: String) -> [UInt8] { [0, UInt8(text.utf8.count)] + text.utf8 }

  @Test func `reads lists, long texts and packets in values of FLV, behind sound and film`() {
    let head: [UInt8] = Array("FLV".utf8) + [1, 5, 0, 0, 0, 9, 0, 0, 0, 0]
    let list: [UInt8] = [10, 0, 0, 0, 2, 2] + Self.text("Bo") + [12, 0, 0] + Self.text("Cas")
    let day: [UInt8] = [11, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    let pairs = [3] + Self.text("namen") + list + Self.text("dag") + day
    let xmp = [3] + Self.text("liveXML") + [2] + Self.text("<a>Dik</a>") + [0, 0, 9]
    let film =
      head + Self.tag(8, [1, 2]) + Self.tag(18, [2] + Self.text("onText") + pairs + [0, 0, 9])
      + Self.tag(9, [3]) + Self.tag(18, [2] + Self.text("onXMPData") + xmp)
    let recording = DocumentRecording(of: film)
    #expect(recording.fields(at: "metadata") == ["namen=Bo", "namen=Cas", "a=Dik"])
    #expect(recording.missing == [])
    let cut = DocumentRecording(of: Array(film.dropLast(8)))
    #expect(cut.missing == ["malformed metadata"])
  }

  @Test func `reads events of MIDI without a status, and those of systems`() {
    let head: [UInt8] = Array("MThd".utf8) + [0, 0, 0, 6, 0, 0, 0, 1, 0, 96]
    let events: [UInt8] =
      [0, 0x90, 60, 64, 10, 60, 0, 0, 0xF0, 2, 1, 0xF7, 0, 60, 64, 0, 0xC0, 5, 0, 0xFF, 4, 3]
      + Array("Ans".utf8) + [0, 0xFF, 0x2F, 0]
    let track = Array("MTrk".utf8) + [0, 0, 0, UInt8(events.count)] + events
    let recording = DocumentRecording(of: head + track)
    #expect(recording.fields(at: "metadata") == ["Instrument=Ans"])
    #expect(recording.missing == [])
    #expect(DocumentRecording(of: head + track.dropLast(5)).missing == ["malformed metadata"])
  }
}
