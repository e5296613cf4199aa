/// A packet in the prefix of a document of WordPerfect 6 and later, which its text points to.
///
/// Source: WordPerfect 6.0 file format, index and prefix packets.
struct WordPerfect6Packet {
  enum Kind: UInt8 {
    case link = 0x07
    case text = 0x08
    case summary = 0x12
    case comment = 0x1B
  }

  /// Nil for packets without text.
  let kind: Kind?
  let data: Range<Int>

  /// The packets of a document, those without text too: they are pointed to by their number, from 1.
  ///
  /// Nil where one lies beyond the end of the file.
  static func all(of bytes: Span<UInt8>, at start: Int) -> [WordPerfect6Packet]? {
    guard let count = bytes.littleUInt16(at: start + 2) else { return nil }
    var packets: [WordPerfect6Packet] = []
    for number in 1..<max(1, count) {
      let entry = start + 14 * number
      guard let length = bytes.littleUInt32(at: entry + 6),
        let position = bytes.littleUInt32(at: entry + 10)
      else { return nil }
      let kind = Kind(rawValue: bytes[entry + 1])
      let data = position..<position + length
      guard kind == nil || data.upperBound <= bytes.count else { return nil }
      packets.append(WordPerfect6Packet(kind: kind, data: data))
    }
    return packets
  }

  /// Where the blocks of a packet of text lie; nil where they do not fit into it.
  func blocks(in bytes: Span<UInt8>) -> [Range<Int>]? {
    let body = bytes.extracting(data)
    guard let count = body.littleUInt16(at: 0) else { return nil }
    var start = 6 + 4 * count
    var blocks: [Range<Int>] = []
    for index in 0..<count {
      guard let length = body.littleUInt32(at: 6 + 4 * index), start + length <= body.count
      else { return nil }
      blocks.append(data.lowerBound + start..<data.lowerBound + start + length)
      start += length
    }
    return blocks
  }
}
