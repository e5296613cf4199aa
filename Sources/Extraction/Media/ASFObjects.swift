/// The objects in the header of ASF (wma, wmv) that hold texts.
///
/// Source: Advanced Systems Format (ASF) Specification, revision 01.20.05, 3.
enum ASFObjects {
  private static let header: [UInt8] = [
    0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11, 0xA6, 0xD9, 0x00, 0xAA, 0x00, 0x62, 0xCE, 0x6C,
  ]
  private static let objectHeaderByteCount = 24

  /// Takes the texts of the file; its packets lie behind the header and are not looked at.
  static func read(_ bytes: Span<UInt8>, into metadata: inout EmbeddedMetadata) {
    guard bytes.hasBytes(header, at: 0),
      let byteCount = bytes.integer(at: 16, byteCount: 8, .little), byteCount >= 30,
      bytes.count >= 30
    else { return metadata.isMalformed = true }
    if byteCount > bytes.count { metadata.isMalformed = true }
    read(bytes, 30..<min(byteCount, bytes.count), depth: 0, into: &metadata)
  }

  private static func read(
    _ bytes: Span<UInt8>, _ range: Range<Int>, depth: Int, into metadata: inout EmbeddedMetadata
  ) {
    var position = range.lowerBound
    while position < range.upperBound, metadata.takesEntry() {
      guard range.upperBound - position >= objectHeaderByteCount,
        let byteCount = bytes.integer(at: position + 16, byteCount: 8, .little),
        byteCount >= objectHeaderByteCount, byteCount <= range.upperBound - position
      else { return metadata.isMalformed = true }
      let content = position + objectHeaderByteCount..<position + byteCount
      take(bytes, at: position, content, depth: depth, into: &metadata)
      position = content.upperBound
    }
  }

  private static func take(
    _ bytes: Span<UInt8>, at position: Int, _ content: Range<Int>, depth: Int,
    into metadata: inout EmbeddedMetadata
  ) {
    let object = bytes.extracting(content)
    switch ASFObject(rawValue: bytes.bytes(position..<position + 16)) {
    case .headerExtension where depth == 0 && content.count >= 22:
      read(bytes, content.lowerBound + 22..<content.upperBound, depth: 1, into: &metadata)
    case .contentDescription: ASFTexts.takeDescription(object, into: &metadata)
    case .extendedContentDescription: ASFAttributes.takeExtended(object, into: &metadata)
    case .metadata, .metadataLibrary: ASFAttributes.takeLibrary(object, into: &metadata)
    case .contentBranding: ASFTexts.takeBranding(object, into: &metadata)
    case .marker: ASFTexts.takeMarkers(object, into: &metadata)
    default: break
    }
  }
}
