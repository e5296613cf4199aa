import Testing

/// A sound of ffmpeg with the attributes of mutagen (Fixtures/media).
@Suite struct ASFObjectsTests {
  private let sound = ForeignFile.bytes("media/sound.wma")

  @Test func `reads the description, the attributes and the library of metadata`() {
    let recording = DocumentRecording(of: sound)
    let fields = Set(recording.fields(at: "metadata"))
    let wanted: Set = [
      "Title=Gesprek mevrouw Vliet", "Author=Wietske Vliet", "Author=Sanne Smit",
      "Copyright=Gemeente Goes", "Description=Bel Çiğdem op w.vliet@voorbeeld.nl",
      "WM/AlbumTitle=Dossier 999990019", "WM/Conductor=Kees Klok", "Lang=w.vliet@voorbeeld.nl",
      "Dossier=999990019",
    ]
    #expect(wanted.subtracting(fields) == [])
    #expect(recording.outcome == "asf not-transcribed")
    #expect(recording.missing == [])
    #expect(recording.faults == [])
  }

  @Test func `pictures are members`() {
    let recording = DocumentRecording(of: sound)
    #expect(recording.fields(at: "omslag/metadata") == ["Author=Sanne Smit"])
  }

  @Test func `reads the names of markers, and addresses behind the rights`() {
    func wide(_ text: String) -> [UInt8] { text.utf16.flatMap { [UInt8($0 & 0xFF), 0] } }
    var markers = [UInt8](repeating: 0, count: 16) + [1, 0, 0, 0, 0, 0, 4, 0] + wide("Bo")
    markers += [UInt8](repeating: 0, count: 26) + [3, 0, 0, 0] + wide("Ans")
    var branding: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10, 0, 0, 0]
    branding += Array("voorbeeld\0".utf8)
    let file = Self.file([
      ("01CD87F451A9CF118EE600C00C205365", markers), ("FAB3112223BDD211B4B700A0C955FC6E", branding),
    ])
    #expect(
      DocumentRecording(of: file).fields(at: "metadata") == [
        "Markers=Bo", "Marker=Ans", "CopyrightURL=voorbeeld",
      ])
  }

  @Test func `says that the header breaks off, and gives what came before`() {
    let recording = DocumentRecording(of: Array(sound.prefix(1500)))
    #expect(recording.missing == ["malformed metadata"])
    #expect(recording.outcome == "asf not-transcribed")
  }

  /// A file with these objects in its header, each under the digits of its name.
  private static func file(_ objects: [(name: String, content: [UInt8])]) -> [UInt8] {
    let body = objects.flatMap { object(digits: $0.name, $0.content) }
    return object(digits: "3026B2758E66CF11A6D900AA0062CE6C", [1, 0, 0, 0, 1, 2] + body)
  }

  private static func object(digits: String, _ content: [UInt8]) -> [UInt8] {
    let all = Array(digits)
    let name = stride(from: 0, to: 32, by: 2).compactMap {
      UInt8(String(all[$0...$0 + 1]), radix: 16)
    }
    let byteCount = content.count + 24
    return name + (0..<8).map { UInt8(truncatingIfNeeded: byteCount >> ($0 * 8)) } + content
  }
}
