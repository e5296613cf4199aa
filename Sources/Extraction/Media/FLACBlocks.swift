/// The blocks before the sound of FLAC that hold texts and pictures.
///
/// Source: RFC 9639, 8.
enum FLACBlocks {
  /// Takes the texts of the file, which begins at `start`.
  static func read(
    _ bytes: Span<UInt8>, from start: Int, into metadata: inout EmbeddedMetadata
  ) {
    var position = start + 4
    while metadata.takesEntry() {
      guard let head = bytes.integer(at: position, byteCount: 1, .big),
        let byteCount = bytes.integer(at: position + 1, byteCount: 3, .big),
        let content = bytes.range(at: position + 4, byteCount: byteCount)
      else { return metadata.isMalformed = true }
      take(head & 0x7F, bytes.extracting(content), into: &metadata)
      if head & 0x80 != 0 { return }
      position = content.upperBound
    }
  }

  /// Takes the texts of a block of that type.
  static func take(_ type: Int, _ content: Span<UInt8>, into metadata: inout EmbeddedMetadata) {
    switch type {
    case 4: VorbisComments.read(content, from: 0, into: &metadata)
    case 6: FLACPicture.take(content, into: &metadata)
    default: break
    }
  }
}
