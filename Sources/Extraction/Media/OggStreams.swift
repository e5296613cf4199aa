/// The streams of an Ogg file: the comments of each stand in the packet behind its first.
///
/// Source: RFC 3533; RFC 7845 (Opus); Ogg Vorbis I format specification; The Speex Codec Manual; Theora
/// Specification, 6.3; RFC 9639, 10.1 (FLAC).
struct OggStreams {
  /// How far from the end the last page may begin.
  private static let pageByteLimit = 65_307

  private var streams: [Int: OggStream] = [:]

  /// Takes the texts of the file; the pages behind the comments are not looked at, unless the file ends
  /// with a stream that did not begin with the others.
  static func read(_ bytes: Span<UInt8>, into metadata: inout EmbeddedMetadata) {
    var file = OggStreams()
    file.read(bytes, into: &metadata)
  }

  private mutating func read(_ bytes: Span<UInt8>, into metadata: inout EmbeddedMetadata) {
    var position = 0
    var isChain: Bool?
    while position < bytes.count {
      guard let page = OggPage(bytes, at: position) else { return metadata.isMalformed = true }
      position = page.content.upperBound
      if page.isFirst {
        guard metadata.takesEntry() else { return }
        streams[page.stream] = OggStream()
      } else if isChain != true, streams.values.allSatisfy(\.isDone) {
        // All streams begin before any goes on.
        let hasMore = hasUnknownStream(bytes)
        guard hasMore else { return }
        isChain = true
      }
      streams[page.stream]?.take(page, bytes, into: &metadata)
    }
    // It broke off before the comments of all streams had come.
    if !streams.values.allSatisfy(\.isDone) { metadata.isMalformed = true }
  }

  /// Whether the last page is of a stream that has not begun.
  private func hasUnknownStream(_ bytes: Span<UInt8>) -> Bool {
    var position = bytes.count - 4
    while position >= max(0, bytes.count - Self.pageByteLimit) {
      if bytes.begins(with: "OggS", at: position), let page = OggPage(bytes, at: position) {
        return streams[page.stream] == nil
      }
      position -= 1
    }
    return false
  }
}
