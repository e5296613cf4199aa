/// The packets of equal length that a transport stream of MPEG consists of, of discs with a time in front.
///
/// Source: ISO/IEC 13818-1, 2.4.3; Blu-ray Disc BDAV as ffmpeg reads it.
enum TransportStreamShape {
  private static let mark: UInt8 = 0x47
  private static let packetLimit = 8
  private static let packetFloor = 3

  static func begins(_ head: Span<UInt8>) -> Bool {
    guard head.hasControl(before: 188 * 2) else { return false }
    return holdsPackets(head, from: 0, every: 188) || holdsPackets(head, from: 4, every: 192)
  }

  /// Whether every packet begins with its mark and is said to be without errors.
  private static func holdsPackets(_ head: Span<UInt8>, from start: Int, every step: Int) -> Bool {
    var count = 0
    var position = start
    while position + 2 <= head.count, count < packetLimit {
      guard head[position] == mark, head[position + 1] & 0x80 == 0 else { return false }
      count += 1
      position += step
    }
    return count >= packetFloor
  }
}
