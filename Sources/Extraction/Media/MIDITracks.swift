/// The tracks of a MIDI file, whose events may be texts.
///
/// Source: Standard MIDI Files 1.0; RP-026 for lyrics.
enum MIDITracks {
  /// Takes the texts of the file.
  static func read(_ bytes: Span<UInt8>, into metadata: inout EmbeddedMetadata) {
    var position = 0
    while position < bytes.count, metadata.takesEntry() {
      let isTrack = bytes.begins(with: "MTrk", at: position)
      // Bytes that belong to nothing may follow the last track.
      guard position == 0 || isTrack || bytes.count - position >= 8 else { return }
      guard let content = bytes.counted(at: position + 4, .big) else {
        metadata.isMalformed = true
        // Where a track breaks off, its events up to there are read.
        if isTrack, bytes.count - position > 8 {
          var track = MIDITrack(from: position + 8)
          track.read(bytes, into: &metadata)
        }
        return
      }
      if isTrack {
        var track = MIDITrack(from: 0)
        track.read(bytes.extracting(content), into: &metadata)
      }
      position = content.upperBound
    }
  }
}
