import Testing

/// Films of ffmpeg, mutagen and exiftool (Fixtures/media), and boxes by hand.
@Suite struct MP4BoxesTests {
  private func recording(_ name: String) -> DocumentRecording {
    DocumentRecording(of: ForeignFile.bytes("media/\(name)"))
  }

  @Test(arguments: ["film.mp4", "film.mov", "fragments.mp4", "sound.m4a"])
  func `reads the items of iTunes and of QuickTime`(name: String) {
    let recording = recording(name)
    let fields = Set(recording.fields(at: "metadata"))
    let wanted: Set = [
      "Title=Gesprek mevrouw Vliet", "Artist=Wietske Vliet", "Album=Dossier 999990019",
      "Comment=Bel Çiğdem op w.vliet@voorbeeld.nl", "Copyright=Gemeente Goes",
    ]
    #expect(wanted.subtracting(fields) == [])
    #expect(recording.outcome == "mp4 not-transcribed")
    #expect(recording.missing == [])
    #expect(recording.faults == [])
  }

  @Test func `reads where it was filmed, and the names of tracks`() {
    #expect(
      recording("film.mp4").fields(at: "metadata").contains("GPSPosition=52.373093, -4.892197"))
    let fields = recording("film.mov").fields(at: "metadata")
    #expect(fields.contains("GPSPosition=+52.3731-004.8922/"))
    #expect(fields.contains("Handler=Camera van Bo"))
  }

  @Test func `reads packets of XMP`() {
    #expect(recording("film.mp4").fields(at: "metadata").contains("Seq.li=Xander Maker"))
  }

  @Test func `reads values under keys`() {
    let fields = recording("keys.mov").fields(at: "metadata")
    #expect(fields.contains("Author=Wietske Vliet"))
    #expect(fields.contains("GPSPosition=+52.3731-004.8922/"))
    #expect(fields.contains("dossier=999990019"))
  }

  @Test func `reads the texts of 3GPP`() {
    let fields = Set(recording("film.3gp").fields(at: "metadata"))
    let wanted: Set = [
      "Title=Gesprek mevrouw Vliet", "Author=Wietske Vliet", "Performers=Wietske Vliet",
      "Description=Bel Çiğdem op w.vliet@voorbeeld.nl", "LocationName=Stadhuis",
      "GPSPosition=52.373093, -4.892197", "LocationBody=aarde", "LocationNotes=kamer van Bo",
    ]
    #expect(wanted.subtracting(fields) == [])
  }

  @Test func `reads items under chosen names, and covers as members`() {
    let recording = recording("sound.m4a")
    let fields = recording.fields(at: "metadata")
    #expect(fields.contains("Client=Sanne Smit"))
    #expect(fields.contains("Owner=Eva Eigenaar"))
    #expect(fields.contains("Lyrics=Goedemorgen mevrouw\nde Boer"))
    #expect(recording.fields(at: "cover/metadata") == ["Author=Sanne Smit"])
  }

  // MARK: By hand

  private static func big(_ number: Int, _ byteCount: Int) -> [UInt8] {
    (0..<byteCount).reversed().map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }

  private static func box(_ name: String, _ content: [UInt8]) -> [UInt8] {
    big(content.count + 8, 4) + name.unicodeScalars.map { UInt8($0.value) } + content
  }

  /// A film of QuickTime that says this of itself.
  private static func film(_ userData: [UInt8]) -> [UInt8] {
    box("moov", box("mvhd", [0, 0, 0, 0]) + box("udta", userData))
  }

  private static func fields(_ film: [UInt8]) -> [String] {
    DocumentRecording(of: film).fields(at: "metadata")
  }

  @Test func `reads texts in several languages, in the letters of the Mac too`() {
    let dutch = Self.big(3, 2) + Self.big(0x15C7, 2) + Array("Ans".utf8)
    let mac = Self.big(2, 2) + Self.big(4, 2) + [0x8E, 0x8A]
    #expect(Self.fields(Self.film(Self.box("©aut", dutch + mac))) == ["Author=Ans", "Author=éä"])
  }

  @Test func `a zero may end what a film says of itself`() {
    let text = Self.big(3, 2) + Self.big(0, 2) + Array("Ans".utf8)
    let recording = DocumentRecording(of: Self.film(Self.box("©nam", text) + [0, 0, 0, 0]))
    #expect(recording.fields(at: "metadata") == ["Title=Ans"])
    #expect(recording.missing == [])
  }

  @Test func `reads what Windows writes into a film`() {
    let author: [UInt8] = [0x41, 0, 0x6E, 0, 0x73, 0, 0, 0]
    let value = Self.big(author.count + 6, 4) + Self.big(8, 2) + author
    let name = Array("WM/Writer".utf8)
    let property = Self.big(name.count, 4) + name + Self.big(1, 4) + value
    let film = Self.film(Self.box("Xtra", Self.big(property.count + 4, 4) + property))
    #expect(Self.fields(film) == ["WM/Writer=Ans"])
  }

  @Test func `reads keywords, the names of chapters, and texts under unknown names`() {
    let keywords = [0, 0, 0, 0, 0x15, 0xC7, 2, 3] + Array("Ans".utf8) + [3] + Array("Bo\0".utf8)
    let chapters = [1, 0, 0, 0, 0, 0, 0, 0, 1] + Self.big(0, 8) + [3] + Array("Cas".utf8)
    let film = Self.film(
      Self.box("kywd", keywords) + Self.box("chpl", chapters) + Self.box("maNu", Array("Dirk".utf8))
    )
    #expect(Self.fields(film) == ["Keywords=Ans", "Keywords=Bo", "Chapter=Cas", "maNu=Dirk"])
  }

  @Test func `passes over samples whose length takes 64 bits or is not told`() {
    let film = Self.film(Self.box("name", Array("Ans".utf8)))
    let long = Self.big(1, 4) + Array("mdat".utf8) + Self.big(20, 8) + [0xFF, 0xFF, 0xFF, 0xFF]
    #expect(Self.fields(long + film) == ["Name=Ans"])
    #expect(Self.fields(film + [0, 0, 0, 0] + Array("mdat".utf8) + [0xFF]) == ["Name=Ans"])
  }

  @Test func `says that a film breaks off, and gives what came before`() {
    let film = Self.film(Self.box("name", Array("Ans".utf8)))
    let cut = DocumentRecording(of: film + Self.big(100, 4) + Array("mdat".utf8) + [1])
    #expect(cut.fields(at: "metadata") == ["Name=Ans"])
    #expect(cut.missing == ["malformed metadata"])
    // Samples alone, because the recorder stopped before it wrote what they are.
    let samples = DocumentRecording(of: Self.box("wide", []) + Self.box("mdat", [1, 2]))
    #expect(samples.outcome == "mp4 not-transcribed")
    #expect(samples.missing == ["malformed metadata"])
  }
}
