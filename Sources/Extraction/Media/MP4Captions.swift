/// The captions of a film of MP4 or QuickTime: the samples of its tracks of texts, and no others.
///
/// Source: ISO/IEC 14496-12, 8.
struct MP4Captions {
  private var tracks: [Int: MP4TextTrack] = [:]
  /// The size of the samples of a track in fragments that do not tell it.
  private var sizes: [Int: Int] = [:]

  /// Takes the captions that a box of the file, or of a movie that was packed in it, tells of.
  mutating func take(
    _ box: BaseMediaBox, _ movie: Span<UInt8>, samplesIn file: Span<UInt8>,
    into metadata: inout EmbeddedMetadata
  ) {
    if box.isNamed("moov", in: movie) {
      takeMovie(movie, box.content, samplesIn: file, into: &metadata)
    } else if box.isNamed("moof", in: movie), !tracks.isEmpty {
      let fragments = MP4Fragments(
        start: box.namePosition - 4, tracks: tracks, defaultByteCounts: sizes)
      fragments.read(file, box.content, into: &metadata)
    }
  }

  private mutating func takeMovie(
    _ movie: Span<UInt8>, _ range: Range<Int>, samplesIn file: Span<UInt8>,
    into metadata: inout EmbeddedMetadata
  ) {
    var found: [MP4TextTrack] = []
    MP4Boxes.forEach(movie, in: range, into: &metadata) { box, metadata in
      if box.isNamed("mvex", in: movie) {
        MP4Boxes.forEach(movie, in: box.content, into: &metadata) { box, _ in
          guard box.isNamed("trex", in: movie),
            let id = movie.integer(at: box.content.lowerBound + 4, byteCount: 4, .big),
            let byteCount = movie.integer(at: box.content.lowerBound + 16, byteCount: 4, .big)
          else { return }
          sizes[id] = byteCount
        }
      }
      guard box.isNamed("trak", in: movie),
        let track = MP4TextTrack(movie, box.content, into: &metadata)
      else { return }
      found.append(track)
    }
    for track in found {
      tracks[track.id] = track
      track.tables.forEach(movie, into: &metadata) { start, byteCount, metadata in
        track.take(file, at: start, byteCount: byteCount, into: &metadata)
      }
    }
  }
}

extension MP4TextTrack {
  /// Takes the captions of the sample at `start`.
  func take(
    _ file: Span<UInt8>, at start: Int, byteCount: Int, into metadata: inout EmbeddedMetadata
  ) {
    guard let range = file.range(at: start, byteCount: byteCount) else {
      return metadata.isMalformed = true
    }
    if !range.isEmpty { form.take(file, range, track: id, into: &metadata) }
  }
}
