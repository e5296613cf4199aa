/// The properties that Windows writes into a film: `WM/…` names with values of several types.
///
/// Source: the box `Xtra` as exiftool and libmp4 of MediaInfo read it.
enum MP4WindowsProperties {
  /// The type of values in UTF-16.
  private static let text = 8

  /// Takes the texts of the box.
  static func read(_ content: Span<UInt8>, into metadata: inout EmbeddedMetadata) {
    var position = 0
    while position + 12 <= content.count, metadata.takesEntry() {
      guard let byteCount = content.integer(at: position, byteCount: 4, .big), byteCount >= 12,
        let property = content.range(at: position, byteCount: byteCount),
        let nameByteCount = content.integer(at: position + 4, byteCount: 4, .big),
        nameByteCount <= byteCount - 12
      else { return metadata.isMalformed = true }
      take(content.extracting(property), nameByteCount: nameByteCount, into: &metadata)
      position = property.upperBound
    }
  }

  private static func take(
    _ property: Span<UInt8>, nameByteCount: Int, into metadata: inout EmbeddedMetadata
  ) {
    let nameEnd = 8 + nameByteCount
    var position = nameEnd + 4
    var lines: [UInt8] = []
    while position + 6 <= property.count {
      // The size counts itself.
      guard let byteCount = property.integer(at: position, byteCount: 4, .big), byteCount >= 6,
        let value = property.range(at: position + 6, byteCount: byteCount - 6)
      else { return metadata.isMalformed = true }
      if property.integer(at: position + 4, byteCount: 2, .big) == text {
        lines += MetadataText.trimmed(property.utf16Text(in: value, .little))
        lines.append(UInt8(ascii: "\n"))
      }
      position = value.upperBound
    }
    metadata.add(lines, named: MetadataText.decoded(property.extracting(8..<nameEnd)))
  }
}
