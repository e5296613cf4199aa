/// The boxes of a JPEG 2000 file that hold texts: XML, EXIF, XMP and IPTC.
///
/// Source: ISO/IEC 15444-1, annex I; XMP specification part 3, 1.1.4.
enum JPEG2000Boxes {
  private static let iptc: [UInt8] = [
    0x33, 0xC7, 0xA4, 0xD2, 0xB8, 0x1D, 0x47, 0x23, 0xA0, 0xBA, 0xF1, 0xA3, 0xE0, 0x97, 0xAD, 0x38,
  ]

  /// Takes the texts of the file, or of a codestream alone.
  static func read(_ bytes: Span<UInt8>, into metadata: inout EmbeddedMetadata) {
    guard !bytes.begins(with: "jP  ", at: 4) else {
      return readBoxes(bytes, 0..<bytes.count, into: &metadata)
    }
    readCodestream(bytes, 0..<bytes.count, into: &metadata)
  }

  private static func readBoxes(
    _ bytes: Span<UInt8>, _ range: Range<Int>, into metadata: inout EmbeddedMetadata
  ) {
    let isWhole = BaseMediaBox.forEach(bytes, in: range) { box in
      if box.isNamed("jp2h", in: bytes) {
        readHeader(bytes, box.content, into: &metadata)
      } else if box.isNamed("xml ", in: bytes) {
        metadata.addPacket(bytes, box.content)
      } else if box.isNamed("uuid", in: bytes), box.content.count > 16 {
        let content = bytes.extracting(box.content)
        if content.hasBytes(XMPPacket.boxName, at: 0) {
          metadata.addPacket(content, 16..<content.count)
        } else if content.hasBytes(iptc, at: 0) {
          IPTCRecords.read(content, 16..<content.count, into: &metadata)
        } else if content.begins(with: "JpgTiffExif->JP2", at: 0) {
          TIFFDirectories.read(content.extracting(16...), as: .exif, into: &metadata)
        }
      } else if box.isNamed("jp2c", in: bytes) {
        readCodestream(bytes, box.content, into: &metadata)
      }
    }
    if !isWhole { metadata.isMalformed = true }
  }

  private static func readHeader(
    _ bytes: Span<UInt8>, _ range: Range<Int>, into metadata: inout EmbeddedMetadata
  ) {
    _ = BaseMediaBox.forEach(bytes, in: range) { box in
      guard box.isNamed("ihdr", in: bytes), box.content.count >= 8,
        let height = bytes.integer(at: box.content.lowerBound, byteCount: 4, .big),
        let width = bytes.integer(at: box.content.lowerBound + 4, byteCount: 4, .big)
      else { return }
      metadata.note(width: width, height: height)
    }
  }

  /// Reads the main header of a codestream: its size and its comments.
  private static func readCodestream(
    _ bytes: Span<UInt8>, _ range: Range<Int>, into metadata: inout EmbeddedMetadata
  ) {
    let bytes = bytes.extracting(range)
    var position = 2
    // The first tile ends the header.
    while position + 4 <= bytes.count, bytes[position] == 0xFF, bytes[position + 1] != 0x90 {
      guard let byteCount = bytes.integer(at: position + 2, byteCount: 2, .big), byteCount >= 2,
        let segment = bytes.range(at: position + 2, byteCount: byteCount)
      else { return metadata.isMalformed = true }
      if bytes[position + 1] == 0x51,
        let width = bytes.integer(at: position + 6, byteCount: 4, .big),
        let height = bytes.integer(at: position + 10, byteCount: 4, .big)
      {
        metadata.note(width: width, height: height)
      } else if bytes[position + 1] == 0x64, segment.count >= 4, bytes[position + 5] == 1 {
        metadata.add(bytes, segment.lowerBound + 4..<segment.upperBound, named: "Comment")
      }
      position = segment.upperBound
    }
  }
}
