/// The events of a track of MIDI, one behind the other, each behind the time since the one before.
///
/// Source: Standard MIDI Files 1.0, MTrk Events and Meta-Events.
struct MIDITrack {
  private static let labels: [Int: String] = [
    1: "Text", 2: "Copyright", 3: "TrackName", 4: "Instrument", 6: "Marker", 7: "CuePoint",
    8: "Program", 9: "Device",
  ]
  private static let lyric = 5
  private static let text = 1
  private static let end = 0x2F

  private var position: Int
  /// The status of the music before, which holds for events that have none.
  private var status = 0
  /// What is sung, syllable after syllable.
  private var lyrics: [UInt8] = []
  /// Whether texts are syllables, since one of them began a line.
  private var isKaraoke = false

  init(from position: Int) {
    self.position = position
  }

  /// Takes the texts of all events up to the end of the track.
  mutating func read(_ bytes: Span<UInt8>, into metadata: inout EmbeddedMetadata) {
    while position < bytes.count {
      guard number(bytes) != nil, let isLast = takeEvent(bytes, into: &metadata) else {
        metadata.isMalformed = true
        break
      }
      if isLast { break }
    }
    metadata.add(lyrics, named: "Lyrics")
  }

  /// Takes an event; whether it is the last, and nil where it cannot be read.
  private mutating func takeEvent(
    _ bytes: Span<UInt8>, into metadata: inout EmbeddedMetadata
  ) -> Bool? {
    guard position < bytes.count else { return nil }
    var event = status
    if bytes[position] >= 0x80 {
      event = Int(bytes[position])
      position += 1
    }
    if event < 0xF0 { status = event }
    switch event {
    case 0x80...0xBF, 0xE0...0xEF: return pass(2, bytes) ? false : nil
    case 0xC0...0xDF: return pass(1, bytes) ? false : nil
    case 0xF0, 0xF7:
      guard let byteCount = number(bytes) else { return nil }
      return pass(byteCount, bytes) ? false : nil
    case 0xFF: return takeMeta(bytes, into: &metadata)
    default: return nil
    }
  }

  /// What is no music: a kind, a length and a text or numbers.
  private mutating func takeMeta(
    _ bytes: Span<UInt8>, into metadata: inout EmbeddedMetadata
  ) -> Bool? {
    guard let kind = bytes.integer(at: position, byteCount: 1, .big) else { return nil }
    position += 1
    guard let byteCount = number(bytes), let range = bytes.range(at: position, byteCount: byteCount)
    else { return nil }
    position = range.upperBound
    let first = range.isEmpty ? 0 : bytes[range.lowerBound]
    if kind == Self.text, first == UInt8(ascii: "/") || first == UInt8(ascii: "\\") {
      isKaraoke = true
    }
    let isSyllable = kind == Self.text && isKaraoke && first != UInt8(ascii: "@")
    guard Self.labels[kind] != nil || kind == Self.lyric else { return kind == Self.end }
    guard metadata.takesEntry() else { return true }
    if kind == Self.lyric || isSyllable {
      takeSyllable(bytes.extracting(range), into: &metadata)
    } else {
      metadata.add(bytes, range, named: Self.labels[kind] ?? "Text")
    }
    return false
  }

  /// A syllable, which may begin or end a line.
  private mutating func takeSyllable(
    _ syllable: Span<UInt8>, into metadata: inout EmbeddedMetadata
  ) {
    guard metadata.spend(syllable.count) else { return }
    var syllable = MetadataText.decoded(syllable)
    if isKaraoke, syllable.first == UInt8(ascii: "/") || syllable.first == UInt8(ascii: "\\") {
      syllable[0] = 0x0A
    }
    for byte in syllable { lyrics.append(byte == 0x0D ? 0x0A : byte) }
  }

  // MARK: Bytes

  /// A number of seven bits in each byte, four of them at most.
  private mutating func number(_ bytes: Span<UInt8>) -> Int? {
    var number = 0
    for _ in 0..<4 {
      guard position < bytes.count else { return nil }
      let byte = bytes[position]
      position += 1
      number = number << 7 | Int(byte & 0x7F)
      if byte < 0x80 { return number }
    }
    return nil
  }

  private mutating func pass(_ byteCount: Int, _ bytes: Span<UInt8>) -> Bool {
    guard bytes.count - position >= byteCount else { return false }
    position += byteCount
    return true
  }
}
