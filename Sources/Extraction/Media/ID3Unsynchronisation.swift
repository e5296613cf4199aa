/// The zeros that ID3 puts behind bytes of ones, so that nobody takes them for the beginning of sound.
///
/// Source: ID3 tag version 2.4.0, Main Structure, 6.1.
enum ID3Unsynchronisation {
  /// The bytes without those zeros.
  static func undone(_ bytes: Span<UInt8>) -> [UInt8] {
    var undone: [UInt8] = []
    undone.reserveCapacity(bytes.count)
    var position = 0
    while position < bytes.count {
      let end = bytes.position(of: 0xFF, in: position..<bytes.count)
      undone.append(bytes, position..<min(end + 1, bytes.count))
      position = end + 1
      if position < bytes.count, bytes[position] == 0 { position += 1 }
    }
    return undone
  }
}
