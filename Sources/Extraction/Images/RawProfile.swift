/// A profile that ImageMagick and others keep in a PNG as the text of hexadecimal digits: a line
/// with its name, one with its length, and the digits.
enum RawProfile {
  /// Takes the texts of the profile of kind `kind`: `exif`, `iptc`, `xmp` and the like.
  static func read(
    _ kind: Substring, _ text: Span<UInt8>, into metadata: inout EmbeddedMetadata
  ) {
    let profile = content(of: text)
    let bytes = profile.span
    switch kind {
    case "exif", "APP1":
      if let start = bytes.exifStart {
        TIFFDirectories.read(bytes.extracting(start...), as: .exif, into: &metadata)
      } else {
        metadata.addPacket(XMPPacket.first(in: bytes))
      }
    case "iptc", "8bim":
      if bytes.begins(with: "8BIM", at: 0) {
        PhotoshopResources.read(bytes, 0..<bytes.count, into: &metadata)
      } else {
        IPTCRecords.read(bytes, 0..<bytes.count, into: &metadata)
      }
    case "xmp": metadata.addPacket(profile)
    default: break
    }
  }

  private static func content(of text: Span<UInt8>) -> [UInt8] {
    var position = 0
    while position < text.count, text[position].isMarkupSpace { position += 1 }
    // The name and the length.
    for _ in 0..<2 {
      while position < text.count, text[position] != UInt8(ascii: "\n") { position += 1 }
      position += 1
    }
    var bytes: [UInt8] = []
    var high: UInt32?
    while position < text.count {
      if let digit = text[position].hexadecimalValue {
        if let first = high {
          bytes.append(UInt8(truncatingIfNeeded: first << 4 | digit))
          high = nil
        } else {
          high = digit
        }
      }
      position += 1
    }
    return bytes
  }
}

extension Span<UInt8> {
  /// Where the header of TIFF stands, behind `Exif` if that is there; nil where there is none.
  var exifStart: Int? {
    let start = begins(with: "Exif\0", at: 0) ? 6 : 0
    return begins(with: "II", at: start) || begins(with: "MM", at: start) ? start : nil
  }
}
