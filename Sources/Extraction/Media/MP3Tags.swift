/// The tags at the beginning and the end of a file of MP3.
///
/// Source: the specifications of ID3 and APE; Lyrics3 version 2.00.
enum MP3Tags {
  /// Takes the texts of all tags; what lies between them is sound and is not looked at.
  static func read(_ bytes: Span<UInt8>, into metadata: inout EmbeddedMetadata) {
    var start = 0
    while let end = ID3Tag.read(bytes, at: start, into: &metadata), end > start { start = end }
    // Some programs put a tag in front of another sort of sound.
    if bytes.begins(with: "fLaC", at: start) {
      FLACBlocks.read(bytes, from: start, into: &metadata)
    } else if let end = APETag.read(bytes, at: start, into: &metadata) {
      start = end
    }
    var end = bytes.count
    while let first = readLast(bytes, start..<end, into: &metadata), first < end { end = first }
  }

  /// Takes the texts of the tag that ends with `range`; returns where it begins, nil where there is none.
  private static func readLast(
    _ bytes: Span<UInt8>, _ range: Range<Int>, into metadata: inout EmbeddedMetadata
  ) -> Int? {
    guard metadata.takesEntry() else { return nil }
    let tags = bytes.extracting(range)
    let first =
      ID3TrailingTag.read(tags, into: &metadata) ?? APETag.readLast(tags, into: &metadata)
      ?? LyricsTag.readLast(tags, into: &metadata) ?? ID3Tag.readLast(tags, into: &metadata)
    return first.map { range.lowerBound + $0 }
  }
}
