/// The chunks of a PNG file that hold texts: tEXt, zTXt, iTXt and eXIf.
///
/// Source: Portable Network Graphics (Third Edition), 11.3.3.
enum PNGChunks {
  /// Takes the texts of the file, which is malformed without its last chunk; checksums are not looked at.
  static func read(_ bytes: Span<UInt8>, into metadata: inout EmbeddedMetadata) {
    var position = 8
    while position < bytes.count {
      guard let byteCount = bytes.integer(at: position, byteCount: 4, .big),
        let content = bytes.range(at: position + 8, byteCount: byteCount)
      else { return metadata.isMalformed = true }
      let chunk = bytes.extracting(content)
      if bytes.begins(with: "IHDR", at: position + 4) {
        if let width = chunk.integer(at: 0, byteCount: 4, .big),
          let height = chunk.integer(at: 4, byteCount: 4, .big)
        {
          metadata.note(width: width, height: height)
        }
      } else if bytes.begins(with: "tEXt", at: position + 4) {
        takeText(chunk, into: &metadata)
      } else if bytes.begins(with: "zTXt", at: position + 4) {
        takePackedText(chunk, into: &metadata)
      } else if bytes.begins(with: "iTXt", at: position + 4) {
        takeInternationalText(chunk, into: &metadata)
      } else if bytes.begins(with: "eXIf", at: position + 4) {
        TIFFDirectories.read(chunk, as: .exif, into: &metadata)
      } else if bytes.begins(with: "IEND", at: position + 4) {
        return
      }
      position = content.upperBound + 4
    }
    metadata.isMalformed = true
  }

  private static func takeText(_ chunk: Span<UInt8>, into metadata: inout EmbeddedMetadata) {
    let end = chunk.nul(from: 0)
    take(chunk.keyword(..<end), chunk, min(end + 1, chunk.count)..<chunk.count, into: &metadata)
  }

  private static func takePackedText(_ chunk: Span<UInt8>, into metadata: inout EmbeddedMetadata) {
    let end = chunk.nul(from: 0)
    // The method follows the name.
    guard end + 2 <= chunk.count else { return metadata.isMalformed = true }
    guard let text = metadata.unpacked(chunk, end + 2..<chunk.count) else { return }
    take(chunk.keyword(..<end), text.span, text.indices, into: &metadata)
  }

  private static func takeInternationalText(
    _ chunk: Span<UInt8>, into metadata: inout EmbeddedMetadata
  ) {
    let end = chunk.nul(from: 0)
    guard end + 3 <= chunk.count else { return metadata.isMalformed = true }
    let isPacked = chunk[end + 1] != 0
    let languageEnd = chunk.nul(from: end + 3)
    let translationEnd = chunk.nul(from: min(languageEnd + 1, chunk.count))
    let start = min(translationEnd + 1, chunk.count)
    let keyword = chunk.keyword(..<end)
    guard isPacked else {
      return take(keyword, chunk, start..<chunk.count, into: &metadata)
    }
    guard let text = metadata.unpacked(chunk, start..<chunk.count) else { return }
    take(keyword, text.span, text.indices, into: &metadata)
  }

  private static func take(
    _ keyword: [UInt8], _ bytes: Span<UInt8>, _ range: Range<Int>,
    into metadata: inout EmbeddedMetadata
  ) {
    let name = String(decoding: keyword, as: UTF8.self)
    if name == "XML:com.adobe.xmp" {
      metadata.addPacket(bytes, range)
    } else if name.hasPrefix("Raw profile type ") {
      RawProfile.read(name.dropFirst(17), bytes.extracting(range), into: &metadata)
    } else {
      metadata.add(bytes, range, named: name)
    }
  }
}

extension Span<UInt8> {
  /// The position of the next NUL, or the end.
  fileprivate func nul(from start: Int) -> Int {
    var position = start
    while position < count, self[position] != 0 { position += 1 }
    return position
  }

  /// A keyword, of which only 79 bytes count.
  fileprivate func keyword(_ range: PartialRangeUpTo<Int>) -> [UInt8] {
    MetadataText.decoded(extracting(..<Swift.min(range.upperBound, 79)))
  }
}
