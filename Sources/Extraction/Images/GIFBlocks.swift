/// The blocks of a GIF file that hold texts: comments, plain text and XMP.
///
/// Source: Graphics Interchange Format 89a; XMP specification part 3, 1.1.2.
enum GIFBlocks {
  /// The bytes behind a packet of XMP that lead readers of sub-blocks to its end.
  private static let trailerByteCount = 257

  /// Takes the texts of the file.
  static func read(_ bytes: Span<UInt8>, into metadata: inout EmbeddedMetadata) {
    guard let width = bytes.integer(at: 6, byteCount: 2, .little),
      let height = bytes.integer(at: 8, byteCount: 2, .little), bytes.count >= 13
    else { return }
    metadata.note(width: width, height: height)
    var position = 13 + colorTableByteCount(bytes[10])
    while position < bytes.count {
      switch bytes[position] {
      case 0x21: position = readExtension(bytes, from: position + 1, into: &metadata)
      case 0x2C:
        guard position + 10 <= bytes.count else { return metadata.isMalformed = true }
        // The flags of the image tell its color table; the size of codes follows that.
        position += 11 + colorTableByteCount(bytes[position + 9])
        position = endOfSubBlocks(bytes, from: position)
      case 0x3B: return
      case 0: position += 1
      default: return metadata.isMalformed = true
      }
    }
    metadata.isMalformed = true
  }

  private static func readExtension(
    _ bytes: Span<UInt8>, from start: Int, into metadata: inout EmbeddedMetadata
  ) -> Int {
    guard start < bytes.count else { return bytes.count }
    let end = endOfSubBlocks(bytes, from: start + 1)
    switch bytes[start] {
    case 0xFE: add(bytes, start + 1..<end, named: "Comment", to: &metadata)
    // The first block of a plain text says where it is shown.
    case 0x01: add(bytes, min(start + 14, end)..<end, named: "Text", to: &metadata)
    case 0xFF where bytes.begins(with: "\u{B}XMP DataXMP", at: start + 1):
      let packet = bytes.range(at: start + 13, byteCount: end - start - 13 - trailerByteCount - 1)
      if let packet { metadata.addPacket(bytes, packet) } else { metadata.isMalformed = true }
    default: break
    }
    return end
  }

  /// Adds the content of the sub-blocks in `range`.
  private static func add(
    _ bytes: Span<UInt8>, _ range: Range<Int>, named name: String,
    to metadata: inout EmbeddedMetadata
  ) {
    var content: [UInt8] = []
    var position = range.lowerBound
    while position < range.upperBound, bytes[position] != 0 {
      let end = min(position + 1 + Int(bytes[position]), range.upperBound)
      content.append(bytes, position + 1..<end)
      position = end
    }
    metadata.add(content.span, content.indices, named: name)
  }

  /// The position behind the empty block that ends the sub-blocks from `start` on.
  private static func endOfSubBlocks(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var position = start
    while position < bytes.count, bytes[position] != 0 { position += 1 + Int(bytes[position]) }
    return min(position + 1, bytes.count)
  }

  private static func colorTableByteCount(_ flags: UInt8) -> Int {
    flags & 0x80 == 0 ? 0 : 3 << (Int(flags & 7) + 1)
  }
}
