/// A picture in FLAC, or in the comments of Ogg.
///
/// Source: RFC 9639, 8.8.
enum FLACPicture {
  /// Takes the picture as a member that is called by its description, or the address of one elsewhere.
  static func take(_ block: Span<UInt8>, into metadata: inout EmbeddedMetadata) {
    // What it shows comes first; its size stands between the description and the picture.
    guard let type = block.counted(at: 4),
      let description = block.counted(at: type.upperBound),
      let picture = block.counted(at: description.upperBound + 16)
    else { return metadata.isMalformed = true }
    if block.begins(with: "-->", at: type.lowerBound) {
      return metadata.add(block, picture, named: "Picture")
    }
    metadata.addMember(
      block, picture, named: MetadataText.decoded(block.extracting(description)))
  }
}

extension Span<UInt8> {
  /// The bytes behind their length at `position`.
  fileprivate func counted(at position: Int) -> Range<Int>? {
    guard let byteCount = integer(at: position, byteCount: 4, .big) else { return nil }
    return range(at: position + 4, byteCount: byteCount)
  }
}
