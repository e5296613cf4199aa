/// The tags of FLV that hold values, among those of sound and film, which are passed over.
///
/// Source: Adobe Flash Video File Format Specification 10.1, annex E.
enum FLVTags {
  private enum Kind {
    static let sound = 8
    static let film = 9
    static let script = 18
  }
  private static let headerByteCount = 11

  /// Takes the texts of the file.
  static func read(_ bytes: Span<UInt8>, into metadata: inout EmbeddedMetadata) {
    guard let start = bytes.integer(at: 5, byteCount: 4, .big), start >= 9 else {
      return metadata.isMalformed = true
    }
    // The length of the tag before stands in front of each.
    var position = start + 4
    while position < bytes.count {
      guard let kind = bytes.integer(at: position, byteCount: 1, .big),
        let byteCount = bytes.integer(at: position + 1, byteCount: 3, .big),
        let content = bytes.range(at: position + headerByteCount, byteCount: byteCount),
        [Kind.sound, Kind.film, Kind.script].contains(kind & 0x1F)
      else { return metadata.isMalformed = true }
      if kind & 0x1F == Kind.script {
        guard metadata.takesEntry() else { return }
        var values = FLVValues()
        values.read(bytes.extracting(content), into: &metadata)
      }
      position = content.upperBound + 4
    }
  }
}
