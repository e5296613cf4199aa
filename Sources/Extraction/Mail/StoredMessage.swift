/// A message as Apple Mail stores it (`.emlx`): a line with its length, the message, properties.
struct StoredMessage {
  let message: Range<Int>
  let properties: Range<Int>

  /// Nil where `bytes` do not begin with a length.
  init?(_ bytes: Span<UInt8>) {
    var position = 0
    var length = 0
    while position < min(bytes.count, 12), (0x30...0x39).contains(bytes[position]) {
      length = length * 10 + Int(bytes[position] - 0x30)
      position += 1
    }
    guard position > 0 else { return nil }
    while position < min(bytes.count, 32), bytes[position] == 0x20 || bytes[position] == 0x0D {
      position += 1
    }
    guard position < bytes.count, bytes[position] == 0x0A else { return nil }
    let start = position + 1
    var end = min(start + length, bytes.count)
    let rest = bytes.trimmingSpace(end..<bytes.count)
    if !rest.isEmpty, !bytes.hasPrefix("<?xml", at: rest.lowerBound) { end = bytes.count }
    message = start..<end
    properties = end..<bytes.count
  }
}
