/// A stream of an Ogg file, until its comments have come.
struct OggStream {
  /// How what a stream holds writes its comments.
  private enum Form: Equatable {
    /// Behind so many bytes, in the second packet.
    case comments(offset: Int)
    /// In blocks of FLAC, one in each packet.
    case blocks
    /// Without comments that are known.
    case other
  }

  private var form: Form?
  private var packet: [UInt8] = []
  /// Whether all comments were read, or there are none.
  private(set) var isDone = false

  /// Takes the packets that end in the page.
  mutating func take(
    _ page: OggPage, _ bytes: Span<UInt8>, into metadata: inout EmbeddedMetadata
  ) {
    for (range, isEnd) in page.parts where !isDone {
      guard metadata.spend(range.count) else { return isDone = true }
      packet.append(bytes, range)
      guard isEnd else { continue }
      let ended = packet
      packet = []
      isDone = takePacket(ended.span, into: &metadata)
    }
  }

  /// Takes a packet; returns whether no comments follow it.
  private mutating func takePacket(
    _ packet: Span<UInt8>, into metadata: inout EmbeddedMetadata
  ) -> Bool {
    switch form {
    case nil:
      let first = Self.form(of: packet)
      form = first
      return first == .other
    case .comments(let offset):
      VorbisComments.read(packet, from: offset, into: &metadata)
      return true
    case .blocks:
      guard packet.count > 4 else { return true }
      FLACBlocks.take(Int(packet[0] & 0x7F), packet.extracting(4...), into: &metadata)
      return packet[0] & 0x80 != 0
    case .other: return true
    }
  }

  /// What the first packet of a stream says of the others.
  private static func form(of first: Span<UInt8>) -> Form {
    if first.begins(with: "\u{1}vorbis", at: 0) { return .comments(offset: 7) }
    if first.begins(with: "OpusHead", at: 0) { return .comments(offset: 8) }
    if first.begins(with: "Speex   ", at: 0) { return .comments(offset: 0) }
    if first.begins(with: "theora", at: 1) { return .comments(offset: 7) }
    if first.begins(with: "FLAC", at: 1) { return .blocks }
    return .other
  }
}
