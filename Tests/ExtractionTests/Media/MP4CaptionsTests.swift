import Extraction
import Testing

/// Films of ffmpeg with captions (Fixtures/media), and boxes by hand.
@Suite struct MP4CaptionsTests {
  private func recording(_ name: String) -> DocumentRecording {
    DocumentRecording(of: ForeignFile.bytes("media/\(name)"))
  }

  @Test(arguments: ["captions.mov", "base.mp4", "moof.mp4"])
  func `reads the captions of a track, also in fragments`(name: String) {
    let recording = recording(name)
    #expect(
      recording.fields(at: "subtitles") == [
        "Mijn naam is Wietske Vliet,\ndossier 999990019", "mail w.vliet@voorbeeld.nl & Çiğdem",
      ])
    #expect(recording.outcome == "mp4 not-transcribed")
    #expect(recording.missing == [])
    #expect(recording.faults == [])
  }

  @Test func `every track has a text of its own`() {
    let texts = recording("captions.mp4").texts.filter { $0.place == "subtitles" }
    #expect(texts.map(\.fields.count) == [2, 1])
    #expect(texts.last?.fields == ["My name is Wietske Vliet"])
  }

  @Test func `reads captions of XML and of WebVTT`() {
    let fields = recording("ttml.mp4").fields(at: "subtitles").joined(separator: " ")
    #expect(fields.contains("Wietske Vliet"))
    #expect(fields.contains("999990019"))
    #expect(fields.contains("w.vliet@voorbeeld.nl"))
    let cues = recording("cues.mp4")
    #expect(
      cues.fields(at: "subtitles") == [
        "Bo Bakker: Mijn naam is Wietske Vliet,\ndossier 999990019",
        "mail w.vliet@voorbeeld.nl & Çiğdem",
      ])
    #expect(
      cues.fields(at: "metadata") == [
        "Header=WEBVTT", "Cue=intake-bo", "Cue=opgenomen door Sanne Smit",
      ])
    #expect(cues.missing == [])
  }

  // MARK: By hand

  private static func big(_ number: Int, _ byteCount: Int = 4) -> [UInt8] {
    (0..<byteCount).reversed().map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }

  private static func box(_ name: String, _ content: [UInt8]) -> [UInt8] {
    big(content.count + 8) + Array(name.utf8) + content
  }

  /// A film of one track of texts with these tables; its samples begin at 16.
  private static func film(_ samples: [UInt8], _ tables: [UInt8], entry: String = "text") -> [UInt8]
  {
    let descriptions = box("stsd", big(0) + big(1) + box(entry, big(0) + big(0)))
    let media = box("mdia", box("minf", box("stbl", descriptions + tables)))
    let track = box("trak", box("tkhd", big(0) + big(0) + big(0) + big(1)) + media)
    return box("wide", []) + box("mdat", samples) + box("moov", box("mvhd", big(0)) + track)
  }

  private static func runs(_ runs: [(first: Int, count: Int)]) -> [UInt8] {
    box("stsc", big(0) + big(runs.count) + runs.flatMap { big($0.first) + big($0.count) + big(1) })
  }

  private static func sample(_ text: [UInt8]) -> [UInt8] { big(text.count, 2) + text }

  @Test func `finds samples by runs of chunks and compact sizes`() {
    let texts = ["Ans", "Bo", "Cas", "Dik"].map { Self.sample(Array($0.utf8)) }
    let tables =
      Self.runs([(1, 1), (2, 2), (3, 1)])
      + Self.box("stco", Self.big(0) + Self.big(3) + Self.big(16) + Self.big(21) + Self.big(30))
    let sizes = Self.box("stz2", Self.big(0) + Self.big(4) + Self.big(4) + [0x54, 0x55])
    let recording = DocumentRecording(of: Self.film(texts.flatMap { $0 }, tables + sizes))
    #expect(recording.fields(at: "subtitles") == ["Ans", "Bo", "Cas", "Dik"])
    #expect(recording.missing == [])
  }

  @Test(arguments: [
    ([0x8E, 0x8A], "éä"), ([0xFE, 0xFF, 0, 0xE9], "é"), ([0xFF, 0xFE, 0xE9, 0], "é"),
    ([0xC3, 0xA9], "é"),
  ])
  func `reads texts in UTF-8, in UTF-16 and in the letters of the Mac`(
    text: [UInt8], expected: String
  ) {
    let sample = Self.sample(text)
    let tables =
      Self.runs([(1, 1)]) + Self.box("stco", Self.big(0) + Self.big(1) + Self.big(16))
      + Self.box("stsz", Self.big(0) + Self.big(sample.count) + Self.big(1))
    let film = Self.film(sample, tables)
    #expect(DocumentRecording(of: film).fields(at: "subtitles") == [expected])
  }

  @Test func `takes the address behind a caption, and plain texts`() {
    let link = Self.big(0) + [6] + Array("a.nl/b".utf8) + [3] + Array("Ans".utf8)
    let sample = Self.sample(Array("hier".utf8)) + Self.box("href", link)
    func tables(_ byteCount: Int) -> [UInt8] {
      Self.runs([(1, 1)]) + Self.box("stco", Self.big(0) + Self.big(1) + Self.big(16))
        + Self.box("stsz", Self.big(0) + Self.big(byteCount) + Self.big(1))
    }
    let film = DocumentRecording(of: Self.film(sample, tables(sample.count), entry: "tx3g"))
    #expect(film.fields(at: "subtitles") == ["hier"])
    #expect(film.fields(at: "metadata") == ["URL=a.nl/b", "URL=Ans"])
    let plain = DocumentRecording(of: Self.film(Array("Bo".utf8), tables(2), entry: "stxt"))
    #expect(plain.fields(at: "subtitles") == ["Bo"])
  }

  @Test func `says where tables break off or lead out of the file, and ends`() {
    let sample = Self.sample(Array("Ans".utf8))
    let many = 0xFFFF_FFFF
    let chunk = Self.box("stco", Self.big(0) + Self.big(1) + Self.big(16))
    for tables in [
      // Samples without end, of no bytes, of five, and of more than there are.
      Self.runs([(1, many)]) + chunk + Self.box("stsz", Self.big(0) + Self.big(0) + Self.big(many)),
      Self.runs([(1, many)]) + chunk + Self.box("stsz", Self.big(0) + Self.big(5) + Self.big(many)),
      Self.runs([(1, many)]) + chunk
        + Self.box("stsz", Self.big(0) + Self.big(many) + Self.big(many)),
      // Chunks behind the end.
      Self.runs([(1, 1)]) + Self.box("co64", Self.big(0) + Self.big(1) + Self.big(many, 8))
        + Self.box("stsz", Self.big(0) + Self.big(5) + Self.big(1)),
    ] {
      var limits = ExtractionLimits()
      limits.entriesPerFile = 1000
      let recording = DocumentRecording(of: Self.film(sample, tables), limits: limits)
      #expect(recording.missing.contains("malformed metadata"))
      #expect(recording.outcome == "mp4 not-transcribed")
    }
  }
}
