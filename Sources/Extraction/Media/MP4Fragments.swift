/// The captions of one fragment of a film: of the runs of samples in it.
///
/// Source: ISO/IEC 14496-12, 8.8.
struct MP4Fragments {
  /// Where the fragment begins, from which places count.
  let start: Int
  let tracks: [Int: MP4TextTrack]
  let defaultByteCounts: [Int: Int]

  /// Takes the captions of the fragment whose boxes lie in `range`.
  func read(_ bytes: Span<UInt8>, _ range: Range<Int>, into metadata: inout EmbeddedMetadata) {
    MP4Boxes.forEach(bytes, in: range, into: &metadata) { box, metadata in
      if box.isNamed("traf", in: bytes) { readTrack(bytes, box.content, into: &metadata) }
    }
  }

  private func readTrack(
    _ bytes: Span<UInt8>, _ range: Range<Int>, into metadata: inout EmbeddedMetadata
  ) {
    var head: Head?
    var position = start
    MP4Boxes.forEach(bytes, in: range, into: &metadata) { box, metadata in
      if box.isNamed("tfhd", in: bytes) {
        head = Head(bytes.extracting(box.content))
        position = head?.base ?? start
      } else if box.isNamed("trun", in: bytes), let head, let track = tracks[head.track] {
        let byteCount = head.byteCount ?? defaultByteCounts[head.track] ?? 0
        readRun(
          box.content, bytes, of: track, byteCount: byteCount, from: head.base ?? start, &position,
          into: &metadata)
      }
    }
  }

  /// Takes the samples of a run, which lie one behind the other, and of which each may tell its size.
  ///
  /// They begin at `position` where the run does not say how far from `base` they lie.
  private func readRun(
    _ run: Range<Int>, _ bytes: Span<UInt8>, of track: MP4TextTrack, byteCount: Int,
    from base: Int, _ position: inout Int, into metadata: inout EmbeddedMetadata
  ) {
    let content = bytes.extracting(run)
    guard let flags = content.integer(at: 1, byteCount: 3, .big),
      let count = content.integer(at: 4, byteCount: 4, .big)
    else { return metadata.isMalformed = true }
    var row = 8
    if flags & 0x01 != 0 {
      let offset = content.integer(at: row, byteCount: 4, .big) ?? 0
      let (place, isOver) = base.addingReportingOverflow(Int(Int32(truncatingIfNeeded: offset)))
      guard !isOver else { return metadata.isMalformed = true }
      position = place
      row += 4
    }
    if flags & 0x04 != 0 { row += 4 }
    let sizeOffset = flags & 0x100 == 0 ? 0 : 4
    let rowByteCount = [0x100, 0x200, 0x400, 0x800].reduce(0) { $0 + (flags & $1 == 0 ? 0 : 4) }
    for _ in 0..<count {
      guard metadata.takesEntry() else { return }
      let told = flags & 0x200 == 0 ? byteCount : nil
      guard content.range(at: row, byteCount: rowByteCount) != nil,
        let byteCount = told ?? content.integer(at: row + sizeOffset, byteCount: 4, .big)
      else { return metadata.isMalformed = true }
      track.take(bytes, at: position, byteCount: byteCount, into: &metadata)
      let (next, isOver) = position.addingReportingOverflow(byteCount)
      guard !isOver else { return metadata.isMalformed = true }
      position = next
      row += rowByteCount
    }
  }
}

extension MP4Fragments {
  /// What holds for all runs of a track in the fragment.
  fileprivate struct Head {
    let track: Int
    /// From where places count, where that is not the fragment.
    private(set) var base: Int?
    private(set) var byteCount: Int?

    init?(_ content: Span<UInt8>) {
      guard let flags = content.integer(at: 1, byteCount: 3, .big),
        let track = content.integer(at: 4, byteCount: 4, .big)
      else { return nil }
      self.track = track
      var position = 8
      if flags & 0x01 != 0 {
        base = content.integer(at: position, byteCount: 8, .big)
        position += 8
      }
      if flags & 0x02 != 0 { position += 4 }
      if flags & 0x08 != 0 { position += 4 }
      if flags & 0x10 != 0 { byteCount = content.integer(at: position, byteCount: 4, .big) }
    }
  }
}
