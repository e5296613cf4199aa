/// The segments of a JPEG file: EXIF, XMP, the resources of Photoshop and comments.
///
/// Source: ITU-T T.81, annex B; Exif 3.0, 4.7; XMP specification part 3, 1.1.3.
enum JPEGSegments {
  /// The images in one file that are followed; cameras add others behind the main one.
  private static let imageLimit = 64

  /// Takes the metadata of all images in the file.
  static func read(_ bytes: Span<UInt8>, into metadata: inout EmbeddedMetadata) {
    var position = 0
    var imageCount = 0
    while imageCount < imageLimit, let start = startOfImage(bytes, from: position) {
      imageCount += 1
      let wasMalformed = metadata.isMalformed
      position = readImage(bytes, from: start + 2, into: &metadata)
      // What lies behind the main image may be a film that only looks like another one.
      if imageCount > 1 { metadata.isMalformed = wasMalformed }
    }
  }

  /// Reads up to the end of an image; returns the position behind it.
  private static func readImage(
    _ bytes: Span<UInt8>, from start: Int, into metadata: inout EmbeddedMetadata
  ) -> Int {
    var parts = Parts()
    defer { parts.pass(to: &metadata) }
    var position = start
    while true {
      // Fill bytes may stand before a marker.
      while position + 1 < bytes.count, bytes[position] == 0xFF, bytes[position + 1] == 0xFF {
        position += 1
      }
      guard position + 1 < bytes.count else { return bytes.count }
      guard bytes[position] == 0xFF else {
        metadata.isMalformed = true
        return bytes.count
      }
      let marker = bytes[position + 1]
      position += 2
      if marker == 0xD9 { return position }
      if marker == 0x01 || 0xD0...0xD8 ~= marker { continue }
      guard let byteCount = bytes.integer(at: position, byteCount: 2, .big), byteCount >= 2,
        let segment = bytes.range(at: position, byteCount: byteCount)
      else {
        metadata.isMalformed = true
        return bytes.count
      }
      parts.take(marker, bytes, segment.dropFirst(2), into: &metadata)
      position = segment.upperBound
      if marker == 0xDA { position = endOfScan(bytes, from: position) }
    }
  }

  /// The position of the next marker behind coded pixels.
  private static func endOfScan(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var search = MarkSearch(for: 0xFF, or: 0xFF, or: 0xFF)
    var position = search.next(in: bytes, from: start)
    while position + 1 < bytes.count {
      let marker = bytes[position + 1]
      if marker != 0, marker != 0xFF, !(0xD0...0xD7 ~= marker) { return position }
      position = search.next(in: bytes, from: position + 1)
    }
    return bytes.count
  }

  /// The next place where an image begins; others lie behind the main one.
  private static func startOfImage(_ bytes: Span<UInt8>, from start: Int) -> Int? {
    var search = MarkSearch(for: 0xFF, or: 0xFF, or: 0xFF)
    var position = search.next(in: bytes, from: start)
    while position + 2 < bytes.count {
      if bytes[position + 1] == 0xD8, bytes[position + 2] == 0xFF { return position }
      position = search.next(in: bytes, from: position + 1)
    }
    return nil
  }
}

extension JPEGSegments {
  /// What is spread over several segments of an image.
  private struct Parts {
    private var photoshop: [UInt8] = []
    private var extendedXMP: [UInt8] = []

    mutating func take(
      _ marker: UInt8, _ bytes: Span<UInt8>, _ range: Range<Int>,
      into metadata: inout EmbeddedMetadata
    ) {
      switch marker {
      case 0xFE: metadata.add(bytes, range, named: "Comment")
      case 0xE1: takeApplication1(bytes, range, into: &metadata)
      case 0xED:
        let signature: StaticString = "Photoshop 3.0\0"
        if bytes.begins(with: signature, at: range.lowerBound),
          range.count >= signature.utf8CodeUnitCount
        {
          photoshop.append(bytes, range.dropFirst(signature.utf8CodeUnitCount))
        }
      case 0xC0...0xCF where marker != 0xC4 && marker != 0xC8 && marker != 0xCC:
        guard range.count >= 5,
          let height = bytes.integer(at: range.lowerBound + 1, byteCount: 2, .big),
          let width = bytes.integer(at: range.lowerBound + 3, byteCount: 2, .big)
        else { return }
        // A height of 0 is told behind the first scan.
        metadata.note(width: width, height: height == 0 ? width : height)
      default: break
      }
    }

    private mutating func takeApplication1(
      _ bytes: Span<UInt8>, _ range: Range<Int>, into metadata: inout EmbeddedMetadata
    ) {
      let segment = bytes.extracting(range)
      let exif: StaticString = "Exif\0"
      let xmp: StaticString = "http://ns.adobe.com/xap/1.0/\0"
      let extended: StaticString = "http://ns.adobe.com/xmp/extension/\0"
      if segment.begins(with: exif, at: 0) {
        guard segment.count > 6 else { return metadata.isMalformed = true }
        TIFFDirectories.read(segment.extracting(6...), as: .exif, into: &metadata)
      } else if segment.begins(with: xmp, at: 0) {
        metadata.addPacket(segment, xmp.utf8CodeUnitCount..<segment.count)
      } else if segment.begins(with: extended, at: 0) {
        // A digest of 32 bytes, the length of the whole and the place of this part in it.
        let start = extended.utf8CodeUnitCount + 40
        guard start <= segment.count else { return metadata.isMalformed = true }
        extendedXMP.append(segment, start..<segment.count)
      }
    }

    func pass(to metadata: inout EmbeddedMetadata) {
      PhotoshopResources.read(photoshop.span, photoshop.indices, into: &metadata)
      metadata.addPacket(extendedXMP)
    }
  }
}

extension Range<Int> {
  fileprivate func dropFirst(_ count: Int) -> Range<Int> {
    Swift.min(lowerBound + count, upperBound)..<upperBound
  }
}
