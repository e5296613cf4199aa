/// The captions in the clusters of Matroska, between the blocks of sound and film.
///
/// Of those only the headers are read, and none where no track has captions.
///
/// Source: RFC 9559, 5.1.3 and 10.
struct MatroskaCaptions {
  /// Those that are gone into; what lies in them is read as what follows, wherever they end.
  private static let holders: Set<Int> = [
    MatroskaID.segment, MatroskaID.cluster, MatroskaID.blockGroup, MatroskaID.blockAdditions,
    MatroskaID.blockMore,
  ]

  private var tracks: [Int: MatroskaTextTrack] = [:]

  /// Notes the tracks with captions of the list of all tracks, or of an entry of one whose length is not
  /// known.
  mutating func takeTracks(
    _ element: MatroskaElement, _ bytes: Span<UInt8>, into metadata: inout EmbeddedMetadata
  ) {
    guard !element.isOpen else { return }
    if element.id == MatroskaID.trackEntry {
      note(MatroskaTextTrack(bytes, element.content, into: &metadata))
    } else if element.id == MatroskaID.tracks {
      MatroskaElements.forEach(bytes, in: element.content, into: &metadata) { entry, metadata in
        guard entry.id == MatroskaID.trackEntry else { return }
        note(MatroskaTextTrack(bytes, entry.content, into: &metadata))
      }
    }
  }

  private mutating func note(_ track: MatroskaTextTrack?) {
    guard let track else { return }
    tracks[track.number] = track
  }

  /// Takes the captions of all clusters.
  func read(_ bytes: Span<UInt8>, into metadata: inout EmbeddedMetadata) {
    guard !tracks.isEmpty else { return }
    var position = 0
    // Where the cluster ends, behind which it goes on if a block in it cannot be read.
    var clusterEnd = 0
    var track: MatroskaTextTrack?
    while position < bytes.count, !metadata.isOverLimit {
      guard let element = MatroskaElement(bytes, at: position, in: 0..<bytes.count) else {
        metadata.isMalformed = true
        guard clusterEnd > position else { return }
        position = clusterEnd
        continue
      }
      if element.id == MatroskaID.cluster, !element.isOpen {
        clusterEnd = element.content.upperBound
      }
      let isHolder = element.isOpen || Self.holders.contains(element.id)
      position = isHolder ? element.content.lowerBound : element.content.upperBound
      switch element.id {
      case MatroskaID.simpleBlock, MatroskaID.block:
        track = take(bytes, element.content, into: &metadata)
      case MatroskaID.blockAdditional:
        track?.takeAddition(bytes.extracting(element.content), into: &metadata)
      default: break
      }
    }
  }

  /// Takes the caption of a block, and returns its track; nil for one of sound or film.
  private func take(
    _ bytes: Span<UInt8>, _ block: Range<Int>, into metadata: inout EmbeddedMetadata
  ) -> MatroskaTextTrack? {
    var position = block.lowerBound
    guard let number = bytes.ebmlNumber(at: &position, byteLimit: 8, keepsMark: false),
      let track = tracks[number]
    else { return nil }
    // A time and flags; of several frames in a block the first would be taken for all of them.
    let start = position + 3
    guard start <= block.upperBound, bytes[start - 1] & 0x06 == 0 else {
      metadata.isMalformed = true
      return nil
    }
    track.take(bytes.extracting(start..<block.upperBound), into: &metadata)
    return track
  }
}
