/// The packets of XMP in a file whose parts are not followed.
enum XMPPacket {
  /// The packets of one file that are read.
  private static let countLimit = 64

  /// The sixteen bytes that name a box with a packet.
  ///
  /// Source: XMP specification part 3, 1.1.4.
  static let boxName: [UInt8] = [
    0xBE, 0x7A, 0xCF, 0xCB, 0x97, 0xA9, 0x42, 0xE8, 0x9C, 0x71, 0x99, 0x94, 0x91, 0xE3, 0xAF, 0xAC,
  ]

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
