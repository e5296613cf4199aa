/// A tag of ID3 version 2: its header, and the frames in it.
///
/// Source: ID3 tag version 2.4.0, Main Structure; ID3 tag version 2.3.0; ID3 tag version 2 (2.2).
enum ID3Tag {
  static let headerByteCount = 10

  /// Takes the texts of the tag at `start`; returns where it ends, nil where there is none.
  static func read(
    _ bytes: Span<UInt8>, at start: Int, into metadata: inout EmbeddedMetadata
  ) -> Int? {
    guard bytes.begins(with: "ID3", at: start),
      let version = bytes.integer(at: start + 3, byteCount: 1, .big), (2...4).contains(version),
      let flags = bytes.integer(at: start + 5, byteCount: 1, .big),
      let byteCount = bytes.syncSafeInteger(at: start + 6), metadata.takesEntry()
    else { return nil }
    let first = start + headerByteCount
    let end = min(first + byteCount, bytes.count)
    if first + byteCount > bytes.count { metadata.isMalformed = true }
    let content = bytes.extracting(first..<end)
    // The frames of the last version are changed each by itself.
    if flags & 0x80 != 0, version < 4 {
      guard metadata.spend(content.count) else { return end }
      let synchronised = ID3Unsynchronisation.undone(content)
      read(synchronised.span, version, flags, into: &metadata)
    } else {
      read(content, version, flags, into: &metadata)
    }
    let hasFooter = version == 4 && flags & 0x10 != 0
    return min(end + (hasFooter ? headerByteCount : 0), bytes.count)
  }

  /// Takes the texts of the tag at the end of `bytes`, which its footer tells; returns where it begins,
  /// nil where there is none.
  static func readLast(
    _ bytes: Span<UInt8>, into metadata: inout EmbeddedMetadata
  ) -> Int? {
    let footer = bytes.count - headerByteCount
    guard bytes.begins(with: "3DI", at: footer),
      let byteCount = bytes.syncSafeInteger(at: footer + 6)
    else { return nil }
    let start = footer - byteCount - headerByteCount
    return read(bytes, at: start, into: &metadata) == nil ? nil : start
  }

  private static func read(
    _ content: Span<UInt8>, _ version: Int, _ flags: Int, into metadata: inout EmbeddedMetadata
  ) {
    var start = 0
    if version > 2, flags & 0x40 != 0 {
      // The size of an extended header counts itself in the last version only.
      let byteCount =
        version == 4
        ? content.syncSafeInteger(at: 0)
        : content.integer(at: 0, byteCount: 4, .big).map { $0 + 4 }
      guard let byteCount, byteCount >= 4, byteCount <= content.count else {
        return metadata.isMalformed = true
      }
      start = byteCount
    } else if version == 2, flags & 0x40 != 0 {
      // How such a tag would be packed was never said.
      return metadata.isMalformed = true
    }
    let frames = ID3Frames(version: version, isUnsynchronised: version == 4 && flags & 0x80 != 0)
    frames.read(content, from: start, depth: 0, into: &metadata)
  }
}

extension Span<UInt8> {
  /// The number in four bytes of seven bits each; nil where one of them has eight.
  func syncSafeInteger(at position: Int) -> Int? {
    guard let range = range(at: position, byteCount: 4) else { return nil }
    var number = 0
    for index in range {
      guard self[index] < 0x80 else { return nil }
      number = number << 7 | Int(self[index])
    }
    return number
  }
}
