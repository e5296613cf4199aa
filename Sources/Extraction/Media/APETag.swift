/// A tag of APE, version 1 or 2: values under names, at the end of a file or its beginning.
///
/// Source: APEv2 specification, Hydrogenaudio Knowledgebase.
enum APETag {
  private static let headerByteCount = 32

  /// Takes the texts of the tag whose header is at `start`; returns where it ends, nil where there is none.
  static func read(
    _ bytes: Span<UInt8>, at start: Int, into metadata: inout EmbeddedMetadata
  ) -> Int? {
    guard bytes.begins(with: "APETAGEX", at: start), let header = Header(bytes, at: start) else {
      return nil
    }
    let first = start + headerByteCount
    let end = min(first + header.byteCount, bytes.count)
    readItems(bytes, first..<end, header, into: &metadata)
    return end
  }

  /// Takes the texts of the tag whose footer ends `bytes`; returns where it begins, nil where there is none.
  static func readLast(_ bytes: Span<UInt8>, into metadata: inout EmbeddedMetadata) -> Int? {
    let footer = bytes.count - headerByteCount
    guard bytes.begins(with: "APETAGEX", at: footer), let header = Header(bytes, at: footer) else {
      return nil
    }
    let first = bytes.count - header.byteCount
    guard first >= 0, first <= footer else {
      metadata.isMalformed = true
      return footer
    }
    readItems(bytes, first..<footer, header, into: &metadata)
    return header.hasHeader ? max(first - headerByteCount, 0) : first
  }

  private static func readItems(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ header: Header,
    into metadata: inout EmbeddedMetadata
  ) {
    var position = range.lowerBound
    for _ in 0..<header.itemCount {
      guard metadata.takesEntry() else { return }
      guard let byteCount = bytes.integer(at: position, byteCount: 4, .little),
        let flags = bytes.integer(at: position + 4, byteCount: 4, .little),
        position + 8 < range.upperBound
      else { return metadata.isMalformed = true }
      let nameEnd = bytes.position(of: 0, in: position + 8..<range.upperBound)
      guard byteCount <= range.upperBound - nameEnd - 1 else { return metadata.isMalformed = true }
      let value = nameEnd + 1..<nameEnd + 1 + byteCount
      let name = MetadataText.decoded(bytes.extracting(position + 8..<nameEnd))
      take(bytes, value, named: name, isBinary: flags >> 1 & 3 == 1, into: &metadata)
      position = value.upperBound
    }
  }

  private static func take(
    _ bytes: Span<UInt8>, _ value: Range<Int>, named name: [UInt8], isBinary: Bool,
    into metadata: inout EmbeddedMetadata
  ) {
    guard isBinary else {
      return metadata.add(bytes, value, named: name)
    }
    // The name of the file stands before a picture.
    let nameEnd = bytes.position(of: 0, in: value)
    guard nameEnd < value.upperBound else { return }
    metadata.addMember(
      bytes, nameEnd + 1..<value.upperBound,
      named: MetadataText.decoded(bytes.extracting(value.lowerBound..<nameEnd)))
  }
}

extension APETag {
  /// The header of a tag, which is also its footer.
  fileprivate struct Header {
    /// The bytes of the items and the footer.
    let byteCount: Int
    let itemCount: Int
    let hasHeader: Bool

    init?(_ bytes: Span<UInt8>, at position: Int) {
      guard bytes.range(at: position, byteCount: headerByteCount) != nil,
        let byteCount = bytes.integer(at: position + 12, byteCount: 4, .little),
        let itemCount = bytes.integer(at: position + 16, byteCount: 4, .little),
        let flags = bytes.integer(at: position + 20, byteCount: 4, .little)
      else { return nil }
      self.byteCount = byteCount
      self.itemCount = itemCount
      hasHeader = flags & 0x8000_0000 != 0
    }
  }
}
