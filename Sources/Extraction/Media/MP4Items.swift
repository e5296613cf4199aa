/// The items of iTunes and of QuickTime in `meta`: values under names of four letters or under keys.
///
/// Source: QuickTime File Format Specification, Metadata; ISO/IEC 14496-12, 8.11 for the box around them.
enum MP4Items {
  /// Takes the texts of the box whose content lies in `range`.
  static func read(
    _ bytes: Span<UInt8>, _ range: Range<Int>, into metadata: inout EmbeddedMetadata
  ) {
    // In QuickTime no version and flags come first.
    let isPlain = bytes.begins(with: "hdlr", at: range.lowerBound + 4)
    guard range.count >= 4 else { return metadata.isMalformed = true }
    var keys: [[UInt8]] = []
    MP4Boxes.forEach(
      bytes, in: range.lowerBound + (isPlain ? 0 : 4)..<range.upperBound, into: &metadata
    ) { box, metadata in
      if box.isNamed("keys", in: bytes) {
        keys = Self.keys(bytes.extracting(box.content), into: &metadata)
      } else if box.isNamed("ilst", in: bytes) {
        readItems(bytes, box.content, keys, into: &metadata)
      } else if box.isNamed("xml ", in: bytes), box.content.count > 4 {
        metadata.addPacket(bytes, box.content.lowerBound + 4..<box.content.upperBound)
      } else if box.isNamed("ID32", in: bytes) {
        // Version, flags and a language come first.
        _ = ID3Tag.read(bytes.extracting(box.content), at: 6, into: &metadata)
      }
    }
  }

  /// The keys that the items are numbered by, without the domain of Apple.
  private static func keys(
    _ content: Span<UInt8>, into metadata: inout EmbeddedMetadata
  ) -> [[UInt8]] {
    var keys: [[UInt8]] = []
    var position = 8
    while position < content.count, metadata.takesEntry() {
      guard let byteCount = content.integer(at: position, byteCount: 4, .big), byteCount >= 8,
        let key = content.range(at: position + 8, byteCount: byteCount - 8)
      else {
        metadata.isMalformed = true
        return keys
      }
      keys.append(MP4Names.label(ofKey: MetadataText.decoded(content.extracting(key))))
      position = key.upperBound
    }
    return keys
  }

  private static func readItems(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ keys: [[UInt8]],
    into metadata: inout EmbeddedMetadata
  ) {
    MP4Boxes.forEach(bytes, in: range, into: &metadata) { item, metadata in
      if item.isNamed("----", in: bytes) {
        takeFreeItem(bytes, item.content, into: &metadata)
        return
      }
      let index = (bytes.integer(at: item.namePosition, byteCount: 4, .big) ?? 0) - 1
      let isKey = keys.indices.contains(index)
      let name = isKey ? keys[index] : MP4Names.label(bytes, at: item.namePosition)
      takeValues(bytes, item.content, named: name, into: &metadata)
    }
  }

  /// An item whose name somebody chose, behind the domain of whoever did.
  private static func takeFreeItem(
    _ bytes: Span<UInt8>, _ range: Range<Int>, into metadata: inout EmbeddedMetadata
  ) {
    var name: [UInt8] = []
    MP4Boxes.forEach(bytes, in: range, into: &metadata) { box, metadata in
      guard box.isNamed("name", in: bytes), box.content.count > 4 else { return }
      name = MetadataText.decoded(bytes.extracting(box.content).extracting(4...))
    }
    takeValues(bytes, range, named: name, into: &metadata)
  }

  /// Takes the values of an item, each in a box behind its type and its language.
  static func takeValues(
    _ bytes: Span<UInt8>, _ range: Range<Int>, named name: [UInt8],
    into metadata: inout EmbeddedMetadata
  ) {
    MP4Boxes.forEach(bytes, in: range, into: &metadata) { box, metadata in
      guard box.isNamed("data", in: bytes) else { return }
      guard let type = bytes.integer(at: box.content.lowerBound, byteCount: 4, .big),
        box.content.count >= 8
      else { return metadata.isMalformed = true }
      let value = box.content.lowerBound + 8..<box.content.upperBound
      take(bytes, value, type: type, named: name, into: &metadata)
    }
  }

  private static func take(
    _ bytes: Span<UInt8>, _ value: Range<Int>, type: Int, named name: [UInt8],
    into metadata: inout EmbeddedMetadata
  ) {
    switch type {
    case 1, 4: metadata.add(bytes, value, named: name)
    case 2, 5: metadata.addUTF16(bytes, value, .big, named: name)
    case 12, 13, 14, 27: metadata.addMember(bytes, value, named: name)
    default:
      // Some programs say nothing of the type.
      if bytes.extracting(value).isText { metadata.add(bytes, value, named: name) }
    }
  }
}
