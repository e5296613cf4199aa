/// The comments of Vorbis, which Opus, Speex, Theora and FLAC have too: `ARTIST=…`.
///
/// Source: Ogg Vorbis I format specification: comment field and header specification.
enum VorbisComments {
  /// The names of a picture in base64, with what FLAC says of it and without.
  private static let pictureName = Array("metadata_block_picture".utf8)
  private static let coverName = Array("coverart".utf8)

  /// Takes the texts that begin at `start`.
  static func read(
    _ bytes: Span<UInt8>, from start: Int, into metadata: inout EmbeddedMetadata
  ) {
    guard let vendor = bytes.counted(at: start, .little),
      let count = bytes.integer(at: vendor.upperBound, byteCount: 4, .little)
    else { return metadata.isMalformed = true }
    metadata.add(bytes, vendor, named: "Vendor")
    var position = vendor.upperBound + 4
    for _ in 0..<count where metadata.takesEntry() {
      guard let comment = bytes.counted(at: position, .little) else {
        return metadata.isMalformed = true
      }
      take(bytes, comment, into: &metadata)
      position = comment.upperBound
    }
  }

  private static func take(
    _ bytes: Span<UInt8>, _ comment: Range<Int>, into metadata: inout EmbeddedMetadata
  ) {
    let nameEnd = bytes.position(of: UInt8(ascii: "="), in: comment)
    guard nameEnd < comment.upperBound else {
      return metadata.add(bytes, comment, named: "Comment")
    }
    let name = MetadataText.decoded(bytes.extracting(comment.lowerBound..<nameEnd))
    let value = nameEnd + 1..<comment.upperBound
    let isPicture = name.map(\.inSmallLetters) == pictureName
    guard isPicture || name.map(\.inSmallLetters) == coverName else {
      return metadata.add(bytes, value, named: name)
    }
    guard metadata.spend(value.count) else { return }
    var picture: [UInt8] = []
    Base64Decoding.decode(bytes.extracting(value), into: &picture)
    if isPicture {
      FLACPicture.take(picture.span, into: &metadata)
    } else {
      metadata.addMember(picture.span, picture.indices, named: name)
    }
  }
}
