/// The boxes of MP4, QuickTime, M4A and 3GP that hold texts: those of the movie and of its tracks.
///
/// The samples (`mdat`) are passed over, wherever they lie, but for captions.
///
/// Source: ISO/IEC 14496-12; QuickTime File Format Specification, Movie Atoms.
enum MP4Boxes {
  /// How deep boxes may lie in each other.
  private static let depthLimit = 8

  /// Takes the texts of the file; one without a movie has broken off.
  static func read(_ bytes: Span<UInt8>, into metadata: inout EmbeddedMetadata) {
    var hasMovie = false
    var captions = MP4Captions()
    forEach(bytes, in: 0..<bytes.count, into: &metadata) { box, metadata in
      if box.isNamed("moov", in: bytes) || box.isNamed("moof", in: bytes) { hasMovie = true }
      take(box, bytes, depth: 0, into: &metadata)
      captions.take(box, bytes, samplesIn: bytes, into: &metadata)
    }
    if !hasMovie, !metadata.isOverLimit { metadata.isMalformed = true }
  }

  /// Calls `body` with each box in `range`; zeros may end them.
  static func forEach(
    _ bytes: Span<UInt8>, in range: Range<Int>, into metadata: inout EmbeddedMetadata,
    _ body: (BaseMediaBox, inout EmbeddedMetadata) -> Void
  ) {
    var position = range.lowerBound
    while position < range.upperBound, metadata.takesEntry() {
      if range.upperBound - position < 8, bytes.isZero(position..<range.upperBound) { return }
      guard let box = BaseMediaBox(bytes, at: position, in: range) else {
        return metadata.isMalformed = true
      }
      body(box, &metadata)
      position = box.content.upperBound
    }
  }

  private static func take(
    _ box: BaseMediaBox, _ bytes: Span<UInt8>, depth: Int, into metadata: inout EmbeddedMetadata
  ) {
    guard depth < depthLimit else { return metadata.isMalformed = true }
    if ["moov", "trak", "mdia", "edts"].contains(where: { box.isNamed($0, in: bytes) }) {
      forEach(bytes, in: box.content, into: &metadata) { box, metadata in
        take(box, bytes, depth: depth + 1, into: &metadata)
      }
    } else if box.isNamed("udta", in: bytes) {
      MP4UserData.read(bytes, box.content, into: &metadata)
    } else if box.isNamed("meta", in: bytes) {
      MP4Items.read(bytes, box.content, into: &metadata)
    } else if box.isNamed("hdlr", in: bytes) {
      takeHandler(bytes.extracting(box.content), into: &metadata)
    } else if box.isNamed("cmov", in: bytes) {
      takePackedMovie(box, bytes, depth: depth, into: &metadata)
    } else if box.isNamed("uuid", in: bytes),
      bytes.extracting(box.content).hasBytes(XMPPacket.boxName, at: 0)
    {
      metadata.addPacket(bytes, box.content.lowerBound + 16..<box.content.upperBound)
    }
  }

  /// The name of who made or reads a track: with its length in front in QuickTime, else up to a zero.
  private static func takeHandler(
    _ content: Span<UInt8>, into metadata: inout EmbeddedMetadata
  ) {
    guard content.count > 24 else { return }
    let isCounted = Int(content[24]) == content.count - 25
    let start = isCounted ? 25 : 24
    let end = content.position(of: 0, in: start..<content.count)
    metadata.add(content, start..<end, named: "Handler")
  }

  /// A movie that is packed, as QuickTime did for a while.
  private static func takePackedMovie(
    _ box: BaseMediaBox, _ bytes: Span<UInt8>, depth: Int, into metadata: inout EmbeddedMetadata
  ) {
    forEach(bytes, in: box.content, into: &metadata) { box, metadata in
      // How many bytes it unpacks to stands in front.
      guard box.isNamed("cmvd", in: bytes), box.content.count > 4,
        let movie = metadata.unpacked(
          bytes, box.content.lowerBound + 4..<box.content.upperBound)
      else { return }
      let unpacked = movie.span
      var captions = MP4Captions()
      forEach(unpacked, in: movie.indices, into: &metadata) { box, metadata in
        take(box, unpacked, depth: depth + 1, into: &metadata)
        captions.take(box, unpacked, samplesIn: bytes, into: &metadata)
      }
    }
  }
}

extension Span<UInt8> {
  /// Whether nothing but zeros stands there.
  fileprivate func isZero(_ range: Range<Int>) -> Bool {
    for index in range where self[index] != 0 { return false }
    return true
  }
}
