import Testing

/// Captions in films of mkvmerge and ffmpeg (Fixtures/media), and elements by hand.
@Suite struct MatroskaCaptionsTests {
  private func recording(_ name: String) -> DocumentRecording {
    DocumentRecording(of: ForeignFile.bytes("media/\(name)"))
  }

  @Test func `reads captions of every form, packed or not`() {
    let recording = recording("captions.mkv")
    let texts = recording.texts.filter { $0.place == "subtitles" }.map(\.fields)
    #expect(
      texts == [
        ["Mijn naam is Wietske Vliet,\ndossier 999990019", "mail w.vliet@voorbeeld.nl & Çiğdem"],
        [
          "Bo Bakker: Mijn naam is Wietske Vliet,\ndossier 999990019",
          "mail w.vliet@voorbeeld.nl",
        ],
        [
          "Bo Bakker: Mijn naam is Wietske Vliet,\ndossier 999990019",
          "mail w.vliet@voorbeeld.nl & Çiğdem",
        ],
      ])
    #expect(recording.outcome == "mkv not-transcribed")
    #expect(recording.missing == [])
    #expect(recording.faults == [])
  }

  @Test func `reads what is told of captions`() {
    let fields = recording("captions.mkv").fields(at: "metadata").joined(separator: "\n")
    #expect(fields.contains("Original Script: Sanne Smit"))
    #expect(!fields.contains("Fontname"))
    #expect(fields.contains("opgenomen door Sanne Smit"))
    #expect(fields.contains("intake-bo"))
  }

  @Test func `reads WebVTT as it lies in WebM`() {
    let recording = recording("captions.webm")
    #expect(
      recording.fields(at: "subtitles") == [
        "intake-bo\nBo Bakker: Mijn naam is Wietske Vliet,\ndossier 999990019",
        "mail w.vliet@voorbeeld.nl & Çiğdem",
      ])
    #expect(recording.missing == [])
  }

  // MARK: By hand

  private static func element(_ id: [UInt8], _ content: [UInt8]) -> [UInt8] {
    id + [0x40 | UInt8(content.count >> 8), UInt8(content.count & 0xFF)] + content
  }

  /// A film of one track of texts with these packings and in these clusters.
  private static func film(encodings: [UInt8] = [], clusters: [UInt8]) -> [UInt8] {
    let track =
      element([0xD7], [3]) + element([0x86], Array("S_TEXT/UTF8".utf8))
      + (encodings.isEmpty ? [] : element([0x6D, 0x80], encodings))
    let head = element([0x1A, 0x45, 0xDF, 0xA3], element([0x42, 0x82], Array("matroska".utf8)))
    let tracks = element([0x16, 0x54, 0xAE, 0x6B], element([0xAE], track))
    return head + [0x18, 0x53, 0x80, 0x67, 0xFF] + tracks + clusters
  }

  private static func encoding(_ order: UInt8, _ compression: [UInt8]) -> [UInt8] {
    element([0x62, 0x40], element([0x50, 0x31], [order]) + element([0x50, 0x34], compression))
  }

  private static func cluster(_ content: [UInt8]) -> [UInt8] {
    element([0x1F, 0x43, 0xB6, 0x75], content)
  }

  private static func block(_ text: [UInt8], track: UInt8 = 0x83, flags: UInt8 = 0) -> [UInt8] {
    element([0xA3], [track, 0, 0, flags] + text)
  }

  @Test func `puts back the bytes that every block begins with`() {
    let header = Self.element([0x42, 0x54], [3]) + Self.element([0x42, 0x55], Array("An".utf8))
    let film = Self.film(
      encodings: Self.encoding(0, header),
      clusters: Self.cluster(Self.block(Array("s".utf8)) + Self.block(Array("ja".utf8))))
    #expect(DocumentRecording(of: film).fields(at: "subtitles") == ["Ans", "Anja"])
  }

  @Test func `undoes the last packing first`() {
    // Python: zlib.compress(b"Ans"), without its first two bytes.
    let packed: [UInt8] = [0x73, 0xCC, 0x2B, 0x06, 0x00, 0x02, 0x39, 0x01, 0x23]
    let header = Self.element([0x42, 0x54], [3]) + Self.element([0x42, 0x55], [0x78, 0x9C])
    let encodings = Self.encoding(0, Self.element([0x42, 0x54], [0])) + Self.encoding(1, header)
    let film = Self.film(encodings: encodings, clusters: Self.cluster(Self.block(packed)))
    #expect(DocumentRecording(of: film).fields(at: "subtitles") == ["Ans"])
  }

  @Test func `passes over blocks of other tracks, and goes on behind a cluster that is broken`() {
    let broken = Self.cluster(Self.block(Array("Ans".utf8)) + [0, 0, 0, 0])
    let other = Self.cluster(Self.block([0, 0, 0], track: 0x81) + Self.block(Array("Bo".utf8)))
    let recording = DocumentRecording(of: Self.film(clusters: broken + other))
    #expect(recording.fields(at: "subtitles") == ["Ans", "Bo"])
    #expect(recording.missing == ["malformed metadata"])
  }

  @Test func `reads blocks in clusters and groups whose length is not known`() {
    let group = Self.element([0xA0], Self.element([0xA1], [0x83, 0, 0, 0] + Array("Bo".utf8)))
    let open = [0x1F, 0x43, 0xB6, 0x75, 0xFF] + Self.block(Array("Ans".utf8)) + group
    let recording = DocumentRecording(of: Self.film(clusters: open + open))
    #expect(recording.fields(at: "subtitles") == ["Ans", "Bo", "Ans", "Bo"])
    #expect(recording.missing == [])
  }

  @Test func `says that several captions in a block, and other packings, are not read`() {
    let laced = Self.film(clusters: Self.cluster(Self.block([1, 2, 3], flags: 2)))
    #expect(DocumentRecording(of: laced).missing == ["malformed metadata"])
    let packed = Self.film(
      encodings: Self.encoding(0, Self.element([0x42, 0x54], [2])),
      clusters: Self.cluster(Self.block([1, 2, 3])))
    #expect(DocumentRecording(of: packed).missing == ["malformed metadata"])
    #expect(DocumentRecording(of: packed).fields(at: "subtitles") == [])
  }

  @Test(arguments: [
    ("<font color=\"red\">999</font>990019", "999990019"), ("{\\an8}Ans", "Ans"),
    ("<c.geel>Ans</c> <00:01.500>Bo", "Ans Bo"), ("a < b > c", "a < b > c"),
    ("<ans@voorbeeld.nl>", "<ans@voorbeeld.nl>"), ("Bo &lt;Bakker&gt; &co;", "Bo <Bakker> &co;"),
    ("{Ans}", "{Ans}"), ("<v.luid Bo Bakker>Ja", "Bo Bakker: Ja"), ("</v>Bo", "Bo"),
  ])
  func `leaves out tags, and nothing that is a text`(caption: String, text: String) {
    let film = Self.film(clusters: Self.cluster(Self.block(Array(caption.utf8))))
    #expect(DocumentRecording(of: film).fields(at: "subtitles") == [text])
  }
}
