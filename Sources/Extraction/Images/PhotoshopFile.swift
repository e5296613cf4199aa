/// A file of Photoshop: its resources, and the texts and names of its layers.
///
/// Source: Adobe Photoshop File Formats Specification.
enum PhotoshopFile {
  /// Takes the texts of the file.
  static func read(_ bytes: Span<UInt8>, into metadata: inout EmbeddedMetadata) {
    guard let height = bytes.integer(at: 14, byteCount: 4, .big),
      let width = bytes.integer(at: 18, byteCount: 4, .big)
    else { return }
    metadata.note(width: width, height: height)
    guard let colorByteCount = bytes.integer(at: 26, byteCount: 4, .big),
      let color = bytes.range(at: 30, byteCount: colorByteCount),
      let resourceByteCount = bytes.integer(at: color.upperBound, byteCount: 4, .big),
      let resources = bytes.range(at: color.upperBound + 4, byteCount: resourceByteCount)
    else { return metadata.isMalformed = true }
    PhotoshopResources.read(bytes, resources, into: &metadata)
    let start = resources.upperBound
    readLayers(bytes, from: start, "Txt TEXT", named: "Text", into: &metadata)
    // The length of the block stands between its key and the text.
    readLayers(bytes, from: start, "8BIMluni", skipping: 4, named: "Layer", into: &metadata)
  }

  /// Takes what stands behind each `mark`: a count of units of UTF-16, and these.
  private static func readLayers(
    _ bytes: Span<UInt8>, from start: Int, _ mark: StaticString, skipping gap: Int = 0,
    named name: String, into metadata: inout EmbeddedMetadata
  ) {
    var next = bytes.position(of: mark, from: start)
    while let position = next {
      let content = position + mark.utf8CodeUnitCount + gap
      if let unitCount = bytes.integer(at: content, byteCount: 4, .big),
        let text = bytes.range(at: content + 4, byteCount: unitCount * 2)
      {
        metadata.addUTF16(bytes, text, .big, named: name)
      }
      next = bytes.position(of: mark, from: content)
    }
  }
}
