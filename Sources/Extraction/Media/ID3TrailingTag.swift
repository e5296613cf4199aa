/// The tag of ID3 version 1 at the end of a file, in fields of a fixed width.
///
/// Source: ID3v1 and ID3v1.1 as id3.org tells of them; the enhanced tag before it, of 227 bytes.
enum ID3TrailingTag {
  private static let byteCount = 128
  private static let enhancedByteCount = 227

  /// Takes the texts of the tag at the end of `bytes`; returns where it begins, nil where there is none.
  static func read(_ bytes: Span<UInt8>, into metadata: inout EmbeddedMetadata) -> Int? {
    let start = bytes.count - byteCount
    guard bytes.begins(with: "TAG", at: start) else { return nil }
    add(bytes, at: start + 3, byteCount: 30, named: "Title", to: &metadata)
    add(bytes, at: start + 33, byteCount: 30, named: "Artist", to: &metadata)
    add(bytes, at: start + 63, byteCount: 30, named: "Album", to: &metadata)
    add(bytes, at: start + 93, byteCount: 4, named: "Year", to: &metadata)
    // The number of the track stands behind a zero in the comment.
    let hasTrack = bytes[start + 125] == 0
    add(bytes, at: start + 97, byteCount: hasTrack ? 28 : 30, named: "Comment", to: &metadata)
    let enhanced = start - enhancedByteCount
    guard bytes.begins(with: "TAG+", at: enhanced) else { return start }
    add(bytes, at: enhanced + 4, byteCount: 60, named: "Title", to: &metadata)
    add(bytes, at: enhanced + 64, byteCount: 60, named: "Artist", to: &metadata)
    add(bytes, at: enhanced + 124, byteCount: 60, named: "Album", to: &metadata)
    add(bytes, at: enhanced + 185, byteCount: 30, named: "Genre", to: &metadata)
    return enhanced
  }

  private static func add(
    _ bytes: Span<UInt8>, at start: Int, byteCount: Int, named name: String,
    to metadata: inout EmbeddedMetadata
  ) {
    // What stands behind a zero is left from another text, and was written all the same.
    metadata.add(bytes, start..<start + byteCount, named: name)
  }
}
