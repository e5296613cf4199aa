/// The packets of XMP in a file whose parts are not followed.
enum XMPPacket {
  /// The packets of one file that are read.
  private static let countLimit = 64

  /// The first packet in `bytes`; empty where there is none.
  static func first(in bytes: Span<UInt8>) -> [UInt8] {
    var packet: [UInt8] = []
    if let range = next(in: bytes, from: 0) { packet.append(bytes, range) }
    return packet
  }

  /// Takes all packets in `range`.
  static func read(
    _ bytes: Span<UInt8>, _ range: Range<Int>, into metadata: inout EmbeddedMetadata
  ) {
    let bytes = bytes.extracting(range)
    var position = 0
    for _ in 0..<countLimit {
      guard let packet = next(in: bytes, from: position) else { return }
      metadata.addPacket(bytes, packet)
      position = packet.upperBound
    }
  }

  private static func next(in bytes: Span<UInt8>, from start: Int) -> Range<Int>? {
    guard let first = bytes.position(of: "<x:xmpmeta", from: start) else { return nil }
    let end: StaticString = "</x:xmpmeta>"
    guard let last = bytes.position(of: end, from: first) else { return nil }
    return first..<last + end.utf8CodeUnitCount
  }
}
