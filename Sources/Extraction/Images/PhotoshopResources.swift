/// The resources of Photoshop: IPTC, EXIF, XMP, captions and addresses.
///
/// Source: Adobe Photoshop File Formats Specification, Image Resource Blocks.
enum PhotoshopResources {
  /// Takes the texts of the resources in `range`, which come one after the other.
  static func read(
    _ bytes: Span<UInt8>, _ range: Range<Int>, into metadata: inout EmbeddedMetadata
  ) {
    let bytes = bytes.extracting(range)
    var position = 0
    while position + 12 <= bytes.count {
      guard isSignature(bytes, at: position),
        let id = bytes.integer(at: position + 4, byteCount: 2, .big)
      else { return metadata.isMalformed = true }
      // The name, behind its length, fills an even number of bytes, and so does the content.
      let nameByteCount = Int(bytes[position + 6])
      let contentStart = position + 6 + (nameByteCount + 2) / 2 * 2 + 4
      guard let byteCount = bytes.integer(at: contentStart - 4, byteCount: 4, .big),
        let content = bytes.range(at: contentStart, byteCount: byteCount)
      else { return metadata.isMalformed = true }
      if let name = bytes.range(at: position + 7, byteCount: nameByteCount) {
        metadata.add(bytes, name, named: "")
      }
      take(id, bytes, content, into: &metadata)
      position = content.upperBound + byteCount % 2
    }
  }

  private static func take(
    _ id: Int, _ bytes: Span<UInt8>, _ content: Range<Int>, into metadata: inout EmbeddedMetadata
  ) {
    switch id {
    case 0x03F0:
      metadata.add(bytes, content.clamped(to: content.lowerBound + 1..<Int.max), named: "Caption")
    case 0x0404: IPTCRecords.read(bytes, content, into: &metadata)
    case 0x040B: metadata.add(bytes, content, named: "URL")
    case 0x0422, 0x0423:
      TIFFDirectories.read(bytes.extracting(content), as: .exif, into: &metadata)
    case 0x0424: metadata.addPacket(bytes, content)
    default: break
    }
  }

  private static func isSignature(_ bytes: Span<UInt8>, at position: Int) -> Bool {
    let signatures: [StaticString] = ["8BIM", "MeSa", "PHUT", "AgHg", "DCSR"]
    return signatures.contains { bytes.begins(with: $0, at: position) }
  }
}
