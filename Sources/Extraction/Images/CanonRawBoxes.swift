/// The boxes of CR3 that hold EXIF, XMP and smaller pictures; the pixels are passed over.
///
/// Source: Canon CR3 as exiftool and LibRaw read it: its own boxes in `uuid`, and those of ISO/IEC 14496-12
/// around them.
enum CanonRawBoxes {
  private static let canon: [UInt8] = [
    0x85, 0xC0, 0xB6, 0x87, 0x82, 0x0F, 0x11, 0xE0, 0x81, 0x11, 0xF4, 0xCE, 0x46, 0x2B, 0x6A, 0x48,
  ]
  private static let preview: [UInt8] = [
    0xEA, 0xF4, 0x2B, 0x5E, 0x1C, 0x98, 0x4B, 0x88, 0xB9, 0xFB, 0xB7, 0xDC, 0x40, 0x6E, 0x4D, 0x16,
  ]

  /// Takes the texts of the file.
  static func read(_ bytes: Span<UInt8>, into metadata: inout EmbeddedMetadata) {
    MP4Boxes.forEach(bytes, in: 0..<bytes.count, into: &metadata) { box, metadata in
      if box.isNamed("moov", in: bytes) {
        MP4Boxes.forEach(bytes, in: box.content, into: &metadata) { box, metadata in
          guard let inside = inside(box, canon, bytes) else { return }
          readParts(bytes, inside, into: &metadata)
        }
      } else if let inside = inside(box, XMPPacket.boxName, bytes) {
        metadata.addPacket(bytes, inside)
      } else if let inside = inside(box, preview, bytes), inside.count > 8 {
        // Eight bytes of unknown meaning come first.
        readParts(bytes, inside.lowerBound + 8..<inside.upperBound, into: &metadata)
      }
    }
  }

  /// What follows the sixteen bytes that name a box; nil where others do.
  private static func inside(
    _ box: BaseMediaBox, _ name: [UInt8], _ bytes: Span<UInt8>
  ) -> Range<Int>? {
    guard box.isNamed("uuid", in: bytes), bytes.extracting(box.content).hasBytes(name, at: 0) else {
      return nil
    }
    return box.content.lowerBound + name.count..<box.content.upperBound
  }

  /// EXIF in four parts, each built like a file of TIFF, and pictures.
  private static func readParts(
    _ bytes: Span<UInt8>, _ range: Range<Int>, into metadata: inout EmbeddedMetadata
  ) {
    MP4Boxes.forEach(bytes, in: range, into: &metadata) { box, metadata in
      let content = bytes.extracting(box.content)
      if box.isNamed("CMT1", in: bytes) {
        TIFFDirectories.read(content, as: .file, into: &metadata)
      } else if box.isNamed("CMT2", in: bytes) {
        TIFFDirectories.read(content, as: .details, into: &metadata)
      } else if box.isNamed("CMT3", in: bytes) {
        TIFFDirectories.read(content, as: .makerNotes, into: &metadata)
      } else if box.isNamed("CMT4", in: bytes) {
        TIFFDirectories.read(content, as: .position, into: &metadata)
      } else if box.isNamed("THMB", in: bytes) || box.isNamed("PRVW", in: bytes),
        let start = content.position(of: [0xFF, 0xD8, 0xFF], from: 0)
      {
        JPEGSegments.read(content.extracting(start...), into: &metadata)
      }
    }
  }
}
