import Extraction
import Testing

/// Recordings that were changed or cut (Fixtures/media).
@Suite struct MediaReaderTests {
  static let names = [
    "id3v23.mp3", "id3v24.mp3", "id3v1.mp3", "ape.mp3", "film.mp4", "film.mov", "keys.mov",
    "film.3gp", "sound.m4a", "sound.wav", "rf64.wav", "id3.wav", "film.avi", "sound.wma",
    "sound.opus", "sound.oga", "chain.ogg", "sound.flac", "film.mkv", "live.webm",
    "captions.mp4", "captions.mov", "base.mp4", "moof.mp4", "ttml.mp4", "cues.mp4", "captions.mkv",
    "captions.webm", "sound.aiff", "texts.aiff", "sound.aac", "film.flv", "song.mid",
  ]

  @Test(arguments: names)
  func `no changed byte ends the reader, and none lets it go on forever`(name: String) {
    let bytes = ForeignFile.bytes("media/\(name)")
    #expect(!bytes.isEmpty)
    var generator = SplitMix(seed: 31)
    for _ in 0..<300 {
      var changed = bytes
      for _ in 0..<3 {
        changed[Int.random(in: 12..<changed.count, using: &generator)] =
          [0, 0xFF, 0x7F, 0x80, .random(in: 0...255, using: &generator)]
          .randomElement(using: &generator) ?? 0
      }
      #expect(DocumentRecording(of: changed).faults == [])
    }
  }

  @Test(arguments: names)
  func `survives every cut`(name: String) {
    let bytes = ForeignFile.bytes("media/\(name)")
    for count in stride(from: 0, through: bytes.count, by: bytes.count > 2000 ? 7 : 1) {
      #expect(DocumentRecording(of: Array(bytes.prefix(count))).faults == [])
    }
  }

  @Test(arguments: names)
  func `takes no more parts than a file may have`(name: String) {
    var limits = ExtractionLimits()
    limits.entriesPerFile = 2
    let recording = DocumentRecording(of: ForeignFile.bytes("media/\(name)"), limits: limits)
    #expect(recording.missing == ["limit metadata"])
  }
}
