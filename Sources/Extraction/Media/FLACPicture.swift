/// A picture in FLAC, or in the comments of Ogg.
///
/// Source: RFC 9639, 8.8.
enum FLACPicture {
  /// Takes the picture as a member that is called by its description, or the address of one elsewhere.
  static func take(_ block: Span<UInt8>, into metadata: inout EmbeddedMetadata) {
    // What it shows comes first; its size stands between the description and the picture.
    guard let type = block.counted(at: 4, .big),
      let description = block.counted(at: type.upperBound, .big),
      let picture = block.counted(at: description.upperBound + 16, .big)
    else { return metadata.isMalformed = true }
    if block.begins(with: "-->", at: type.lowerBound) {
      return metadata.add(block, picture, named: "Picture")
    }
    metadata.addMember(
      block, picture, named: MetadataText.decoded(block.extracting(description)))
  }
}
