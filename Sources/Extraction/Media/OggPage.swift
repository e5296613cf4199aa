/// A page of an Ogg file: a part of the packets of one stream.
///
/// Source: RFC 3533, 6.
struct OggPage {
  /// The number of its stream.
  let stream: Int
  /// Whether its stream begins with it.
  let isFirst: Bool
  /// The parts of packets in it, and whether the packet ends with its part.
  let parts: [(range: Range<Int>, isEnd: Bool)]
  let content: Range<Int>

  /// The page at `position`; nil where there is none, or it is not all there.
  init?(_ bytes: Span<UInt8>, at position: Int) {
    guard bytes.begins(with: "OggS\0", at: position),
      let flags = bytes.integer(at: position + 5, byteCount: 1, .little),
      let stream = bytes.integer(at: position + 14, byteCount: 4, .little),
      let count = bytes.integer(at: position + 26, byteCount: 1, .little),
      let lengths = bytes.range(at: position + 27, byteCount: count)
    else { return nil }
    var parts: [(range: Range<Int>, isEnd: Bool)] = []
    var start = lengths.upperBound
    var end = start
    for index in lengths {
      end += Int(bytes[index])
      // A packet goes on behind 255 bytes.
      guard bytes[index] < 255 || index == lengths.upperBound - 1 else { continue }
      parts.append((start..<end, bytes[index] < 255))
      start = end
    }
    guard end <= bytes.count else { return nil }
    self.stream = stream
    isFirst = flags & 2 != 0
    self.parts = parts
    content = lengths.upperBound..<end
  }
}
