/// The boxes of 3GPP that hold texts in a language: title, author, place and the like.
///
/// Source: 3GPP TS 26.244, 8.
enum MP4AssetTexts {
  /// Takes the texts of the box; false where it is no such box.
  static func take(
    _ box: BaseMediaBox, _ bytes: Span<UInt8>, into metadata: inout EmbeddedMetadata
  ) -> Bool {
    guard let start = Self.start(of: box, bytes) else { return false }
    let content = bytes.extracting(box.content)
    // Version and flags, which are zero, come first.
    guard content.integer(at: 0, byteCount: 4, .big) == 0, start <= content.count else {
      return false
    }
    var texts = MP4Texts(from: start)
    let label = MP4Names.label(bytes, at: box.namePosition)
    if box.isNamed("kywd", in: bytes) {
      takeKeywords(content, named: label, into: &metadata)
    } else if box.isNamed("loci", in: bytes) {
      takePlace(content, &texts, into: &metadata)
    } else {
      metadata.add(texts.next(content), named: label)
    }
    return true
  }

  /// Where the text begins, behind the language; nil in other boxes.
  private static func start(of box: BaseMediaBox, _ bytes: Span<UInt8>) -> Int? {
    if ["titl", "auth", "dscp", "cprt", "perf", "gnre", "albm", "loci", "kywd"]
      .contains(where: { box.isNamed($0, in: bytes) })
    {
      return 6
    }
    // Who rated it, by what, stands before the language.
    if box.isNamed("rtng", in: bytes) { return 14 }
    return box.isNamed("clsf", in: bytes) ? 12 : nil
  }

  /// Keywords, each behind its length.
  private static func takeKeywords(
    _ content: Span<UInt8>, named name: [UInt8], into metadata: inout EmbeddedMetadata
  ) {
    guard let count = content.integer(at: 6, byteCount: 1, .big) else { return }
    var position = 7
    for _ in 0..<count {
      guard let byteCount = content.integer(at: position, byteCount: 1, .big),
        let text = content.range(at: position + 1, byteCount: byteCount)
      else { return metadata.isMalformed = true }
      var texts = MP4Texts(from: 0)
      metadata.add(texts.next(content.extracting(text)), named: name)
      position = text.upperBound
    }
  }

  /// The name of a place, where it is, on which body, and what else is said of it.
  private static func takePlace(
    _ content: Span<UInt8>, _ texts: inout MP4Texts, into metadata: inout EmbeddedMetadata
  ) {
    metadata.add(texts.next(content), named: "LocationName")
    // Its role comes first; the height is the third number.
    let start = texts.position + 1
    if let longitude = content.fixedPoint(at: start),
      let latitude = content.fixedPoint(at: start + 4)
    {
      let position = GeographicPosition(latitude: latitude, longitude: longitude)
      if let position { metadata.add(position.text, named: "GPSPosition") }
    }
    texts.position = min(start + 12, content.count)
    metadata.add(texts.next(content), named: "LocationBody")
    metadata.add(texts.next(content), named: "LocationNotes")
  }
}

extension Span<UInt8> {
  /// The number of 16 bits and 16 bits behind the point, of either sign.
  fileprivate func fixedPoint(at position: Int) -> Double? {
    guard let number = integer(at: position, byteCount: 4, .big) else { return nil }
    return Double(Int32(truncatingIfNeeded: number)) / 65536
  }
}
