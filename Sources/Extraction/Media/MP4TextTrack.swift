/// A track of MP4 or QuickTime whose samples are captions, by the boxes that tell of it.
///
/// Source: ISO/IEC 14496-12, 8.3 to 8.7; ISO/IEC 14496-30; 3GPP TS 26.245, 5.16.
struct MP4TextTrack {
  private static let path: [StaticString] = ["mdia", "minf", "stbl"]

  let id: Int
  let form: MP4CaptionForm
  let tables: MP4SampleTables

  /// The track whose boxes lie in `range`; nil where it has no captions.
  init?(_ bytes: Span<UInt8>, _ range: Range<Int>, into metadata: inout EmbeddedMetadata) {
    var id = 0
    MP4Boxes.forEach(bytes, in: range, into: &metadata) { box, _ in
      guard box.isNamed("tkhd", in: bytes), !box.content.isEmpty else { return }
      // Two times come before it, longer ones since version 1.
      let start = box.content.lowerBound + (bytes[box.content.lowerBound] == 1 ? 20 : 12)
      id = bytes.integer(at: start, byteCount: 4, .big) ?? 0
    }
    var inside = range
    for name in Self.path {
      guard let next = Self.box(name, bytes, inside, into: &metadata) else { return nil }
      inside = next
    }
    guard let descriptions = Self.box("stsd", bytes, inside, into: &metadata),
      let form = Self.form(bytes, descriptions, into: &metadata)
    else { return nil }
    (self.id, self.form) = (id, form)
    tables = MP4SampleTables(bytes, inside, into: &metadata)
  }

  /// The content of the first box of that name in `range`.
  private static func box(
    _ name: StaticString, _ bytes: Span<UInt8>, _ range: Range<Int>,
    into metadata: inout EmbeddedMetadata
  ) -> Range<Int>? {
    var found: Range<Int>?
    MP4Boxes.forEach(bytes, in: range, into: &metadata) { box, _ in
      if found == nil, box.isNamed(name, in: bytes) { found = box.content }
    }
    return found
  }

  /// What the samples are, by the first description of them; what that says of all of them is a text.
  private static func form(
    _ bytes: Span<UInt8>, _ descriptions: Range<Int>, into metadata: inout EmbeddedMetadata
  ) -> MP4CaptionForm? {
    // Version, flags and a number come first.
    guard
      let entry = BaseMediaBox(
        bytes, at: descriptions.lowerBound + 8, in: descriptions),
      let form = MP4CaptionForm(bytes, at: entry.namePosition)
    else { return nil }
    if form == .cues, entry.content.count > 8 {
      let boxes = entry.content.lowerBound + 8..<entry.content.upperBound
      MP4Boxes.forEach(bytes, in: boxes, into: &metadata) { box, metadata in
        guard box.isNamed("vttC", in: bytes) else { return }
        metadata.add(bytes, box.content, named: "Header")
      }
    }
    return form
  }
}
