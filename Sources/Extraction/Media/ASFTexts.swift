/// The objects of ASF whose texts have fixed names: title, author, chapters, addresses.
///
/// Source: Advanced Systems Format (ASF) Specification, revision 01.20.05, 3.7, 3.10 and 3.13.
enum ASFTexts {
  /// Five texts, whose lengths come first.
  static func takeDescription(_ object: Span<UInt8>, into metadata: inout EmbeddedMetadata) {
    var position = 10
    for (number, name) in ["Title", "Author", "Copyright", "Description", "Rating"].enumerated() {
      guard let byteCount = object.integer(at: 2 * number, byteCount: 2, .little),
        let text = object.range(at: position, byteCount: byteCount)
      else { return metadata.isMalformed = true }
      metadata.addUTF16(object, text, .little, named: name)
      position = text.upperBound
    }
  }

  /// A banner, and the addresses behind it and behind the rights.
  static func takeBranding(_ object: Span<UInt8>, into metadata: inout EmbeddedMetadata) {
    var position = 4
    for name in ["Banner", "BannerURL", "CopyrightURL"] {
      guard let byteCount = object.integer(at: position, byteCount: 4, .little),
        let content = object.range(at: position + 4, byteCount: byteCount)
      else { return metadata.isMalformed = true }
      if name == "Banner" {
        metadata.addMember(object, content, named: Array("banner".utf8))
      } else {
        metadata.add(object, content, named: name)
      }
      position = content.upperBound
    }
  }

  /// The name of the markers, and what each is called.
  static func takeMarkers(_ object: Span<UInt8>, into metadata: inout EmbeddedMetadata) {
    guard let count = object.integer(at: 16, byteCount: 4, .little),
      let byteCount = object.integer(at: 22, byteCount: 2, .little),
      let name = object.range(at: 24, byteCount: byteCount)
    else { return metadata.isMalformed = true }
    metadata.addUTF16(object, name, .little, named: "Markers")
    var position = name.upperBound
    for _ in 0..<count where metadata.takesEntry() {
      // Places, times and flags come before the length, which counts units of two bytes.
      guard let unitCount = object.integer(at: position + 26, byteCount: 4, .little),
        let text = object.range(at: position + 30, byteCount: 2 * unitCount)
      else { return metadata.isMalformed = true }
      metadata.addUTF16(object, text, .little, named: "Marker")
      position = text.upperBound
    }
  }
}
