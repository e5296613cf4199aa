/// The chunks of a WebP file that hold EXIF and XMP.
///
/// Source: RFC 9649.
enum WebPChunks {
  /// Takes the texts of the file.
  static func read(_ bytes: Span<UInt8>, into metadata: inout EmbeddedMetadata) {
    var position = 12
    while position + 8 <= bytes.count {
      guard let byteCount = bytes.integer(at: position + 4, byteCount: 4, .little),
        let content = bytes.range(at: position + 8, byteCount: byteCount)
      else {
        noteSize(bytes, chunkAt: position, into: &metadata)
        return metadata.isMalformed = true
      }
      if bytes.begins(with: "VP8", at: position) {
        noteSize(bytes, chunkAt: position, into: &metadata)
      } else if bytes.begins(with: "EXIF", at: position) {
        let chunk = bytes.extracting(content)
        if let start = chunk.exifStart {
          TIFFDirectories.read(chunk.extracting(start...), as: .exif, into: &metadata)
        } else {
          metadata.isMalformed = true
        }
      } else if bytes.begins(with: "XMP ", at: position) {
        metadata.addPacket(bytes, content)
      }
      position = content.upperBound + byteCount % 2
    }
  }

  private static func noteSize(
    _ bytes: Span<UInt8>, chunkAt position: Int, into metadata: inout EmbeddedMetadata
  ) {
    let start = position + 8
    if bytes.begins(with: "VP8X", at: position),
      let width = bytes.integer(at: start + 4, byteCount: 3, .little),
      let height = bytes.integer(at: start + 7, byteCount: 3, .little)
    {
      metadata.note(width: width + 1, height: height + 1)
    } else if bytes.begins(with: "VP8L", at: position),
      let bits = bytes.integer(at: start + 1, byteCount: 4, .little)
    {
      metadata.note(width: bits & 0x3FFF + 1, height: bits >> 14 & 0x3FFF + 1)
    } else if bytes.begins(with: "VP8 ", at: position),
      let width = bytes.integer(at: start + 6, byteCount: 2, .little),
      let height = bytes.integer(at: start + 8, byteCount: 2, .little)
    {
      metadata.note(width: width & 0x3FFF, height: height & 0x3FFF)
    }
  }
}
