import Testing

/// Tags of mutagen and eyeD3 (Fixtures/media), and some that no program at hand writes.
@Suite struct MP3TagsTests {
  private func recording(_ name: String) -> DocumentRecording {
    DocumentRecording(of: ForeignFile.bytes("media/\(name).mp3"))
  }

  @Test(arguments: ["id3v23", "id3v24"])
  func `reads texts, comments, people and addresses, however they are written`(name: String) {
    let fields = Set(recording(name).fields(at: "metadata"))
    let wanted: Set = [
      "Artist=Wietske Vliet", "Album=Dossier 999990019", "Copyright=Gemeente Goes, Jörg",
      "Description=notitie", "Comment=Bel Çiğdem", "Lyrics=Goedemorgen mevrouw\nde Boer",
      "Client=Sanne Smit", "dossier=https://voorbeeld.nl/dossier",
      "ArtistURL=https://voorbeeld.nl/vliet", "Email=w.vliet@voorbeeld.nl", "Price=EUR1",
      "Seller=Kees de Koper", "verslag=Petra Puk", "techniek=Tom Toon", "Title=Intake Bo",
      "Lyrics=Ik bel met Anja", "xmpmeta.d=Xander Maker",
    ]
    #expect(wanted.subtracting(fields) == [])
    #expect(recording(name).outcome == "mp3 not-transcribed")
    #expect(recording(name).missing == [])
    #expect(recording(name).faults == [])
  }

  @Test func `gives each of several texts of a frame`() {
    let fields = recording("id3v24").fields(at: "metadata")
    #expect(fields.contains("Title=Gesprek mevrouw Vliet"))
    #expect(fields.contains("Title=tweede titel"))
    #expect(fields.contains("piano=Pien Pret"))
  }

  @Test(arguments: ["id3v23", "id3v24"])
  func `pictures and files are members`(name: String) {
    let recording = recording(name)
    #expect(recording.text(at: "brief.txt") == "Geachte heer Bakker, BSN 999990019")
    #expect(recording.fields(at: "omslag/metadata") == ["Author=Sanne Smit"])
    #expect(recording.members.contains("omslag png complete"))
  }

  @Test func `reads the tag of fixed width at the end`() {
    #expect(
      recording("id3v1").fields(at: "metadata") == [
        "Title=Gesprek", "Artist=Wietske Vliet", "Album=Dossier 999990019", "Comment=Bel Jan",
      ])
    #expect(recording("id3v1").outcome == "mp3 not-transcribed")
  }

  @Test func `reads a tag of APE at the end, and its picture`() {
    let recording = recording("ape")
    #expect(
      recording.fields(at: "metadata") == [
        "Comment=Bel Çiğdem", "Artist=Wietske Vliet\nSanne Smit",
      ])
    #expect(recording.fields(at: "omslag.png/metadata") == ["Author=Sanne Smit"])
  }

  @Test func `reads a tag in front of FLAC, and that of FLAC`() {
    let recording = DocumentRecording(of: ForeignFile.bytes("media/id3.flac"))
    let fields = recording.fields(at: "metadata")
    #expect(fields == ["Title=Gesprek", "Vendor=ffmpeg", "artist=Wietske Vliet"])
  }

  // MARK: By hand

  /// A tag of that version and with those flags.
  private static func tag(_ version: UInt8, flags: UInt8 = 0, _ frames: [UInt8]) -> [UInt8] {
    var tag: [UInt8] = Array("ID3".utf8) + [version, 0, flags, 0, 0]
    tag += [UInt8(frames.count >> 7), UInt8(frames.count & 0x7F)]
    return tag + frames
  }

  /// A frame whose size is of so many bytes, with flags where it has some.
  private static func frame(_ name: String, _ content: [UInt8], flags: [UInt8] = [0, 0]) -> [UInt8]
  {
    let size = [0, 0, 0, UInt8(content.count)].suffix(name.utf8.count)
    return Array(name.utf8) + size + (name.utf8.count == 4 ? flags : []) + content
  }

  private static func fields(_ tag: [UInt8]) -> [String] {
    DocumentRecording(of: tag).fields(at: "metadata")
  }

  @Test func `reads frames with names of three letters`() {
    let frames =
      Self.frame("TP1", [0] + Array("Wietske".utf8))
      + Self.frame("COM", [0] + Array("nld\0Bel Jan".utf8))
      + Self.frame("PIC", [0] + Array("PNG".utf8) + [3] + Array("foto\0\u{89}PNG".utf8))
    let recording = DocumentRecording(of: Self.tag(2, frames))
    #expect(recording.fields(at: "metadata") == ["Artist=Wietske", "Comment=Bel Jan"])
    #expect(recording.members.first?.hasPrefix("foto ") == true)
  }

  @Test(arguments: [(UInt8(3), UInt8(0x80), [UInt8(0), 0]), (4, 0x80, [0, 0]), (4, 0, [0, 2])])
  func `undoes what was put behind bytes of ones`(
    version: UInt8, flags: UInt8, frameFlags: [UInt8]
  ) {
    // The mark of UTF-16 comes to have a zero in it; a size counts the zero in the last version only.
    let text: [UInt8] = [1, 0xFF, 0, 0xFE, UInt8(ascii: "J"), 0, UInt8(ascii: "o"), 0]
    var frame = Self.frame("TPE1", text, flags: frameFlags)
    if version == 3 { frame[7] -= 1 }
    #expect(Self.fields(Self.tag(version, flags: flags, frame)) == ["Artist=Jo"])
  }

  @Test func `unpacks frames, and passes over an extended header and a footer`() {
    // Python: zlib.compress(b"\0Wietske")
    let packed: [UInt8] = [
      0x78, 0x9C, 0x63, 0x08, 0xCF, 0x4C, 0x2D, 0x29, 0xCE, 0x4E, 0x05, 0x00, 0x0B, 0x3C, 0x02,
      0xDD,
    ]
    let third = Self.frame("TPE1", [0, 0, 0, 8] + packed, flags: [0, 0x80])
    #expect(
      Self.fields(Self.tag(3, flags: 0x40, [0, 0, 0, 6, 0, 0, 0, 0, 0, 0] + third)) == [
        "Artist=Wietske"
      ])
    let fourth = Self.frame("TPE1", [0, 0, 0, 8] + packed, flags: [0, 0x09])
    let tag =
      Self.tag(4, flags: 0x50, [0, 0, 0, 6, 1, 0] + fourth) + Array("3DI".utf8) + [4, 0, 0]
    #expect(Self.fields(tag + [0, 0, 0, 0]) == ["Artist=Wietske"])
  }

  @Test func `takes a size of eight bits in a byte, as some programs write it`() {
    let name = [UInt8](repeating: UInt8(ascii: "J"), count: 199)
    let frames = Self.frame("TPE1", [0] + name) + Self.frame("TALB", [0] + Array("Album".utf8))
    #expect(Self.fields(Self.tag(4, frames)).last == "Album=Album")
  }

  @Test func `says that a frame is encrypted or breaks off`() {
    let frame = Self.frame("TPE1", [1, 2, 3], flags: [0, 0x40])
    #expect(DocumentRecording(of: Self.tag(3, frame)).missing == ["malformed metadata"])
    let cut = Array(Self.tag(3, Self.frame("TPE1", [0] + Array("Wietske".utf8))).dropLast(3))
    #expect(DocumentRecording(of: cut).missing == ["malformed metadata"])
  }
}
