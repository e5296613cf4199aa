/// The texts in the entries of TIFF and EXIF.
enum TIFFTexts {
  /// Takes the text, the packet or the records that the entry holds.
  static func take(
    _ entry: TIFFEntry, _ bytes: Span<UInt8>, _ order: ByteOrder, isOfMaker: Bool,
    into metadata: inout EmbeddedMetadata
  ) {
    guard !entry.content.isEmpty else { return }
    if isOfMaker {
      if entry.isText { metadata.add(bytes, entry.content, named: "") }
      return
    }
    switch entry.tag {
    case 0x02BC: metadata.addPacket(bytes, entry.content)
    case 0x83BB: IPTCRecords.read(bytes, entry.content, into: &metadata)
    case 0x8649: PhotoshopResources.read(bytes, entry.content, into: &metadata)
    case 0x9C9B...0x9C9F:
      metadata.addUTF16(bytes, entry.content, .little, named: names[entry.tag] ?? "")
    case 0x9286: takeComment(entry, bytes, order, named: "UserComment", into: &metadata)
    case 0x001B: takeComment(entry, bytes, order, named: "GPSProcessingMethod", into: &metadata)
    case 0x001C: takeComment(entry, bytes, order, named: "GPSAreaInformation", into: &metadata)
    default:
      // Single letters say which way to count.
      if entry.isText, entry.content.count > 2 {
        metadata.add(bytes, entry.content, named: names[entry.tag] ?? "")
      }
    }
  }

  /// Takes a text behind the eight bytes that name its encoding.
  private static func takeComment(
    _ entry: TIFFEntry, _ bytes: Span<UInt8>, _ order: ByteOrder, named name: String,
    into metadata: inout EmbeddedMetadata
  ) {
    guard entry.type == 7 || entry.type == 1, entry.content.count > 8 else {
      if entry.isText { metadata.add(bytes, entry.content, named: name) }
      return
    }
    let start = entry.content.lowerBound
    let text = start + 8..<entry.content.upperBound
    if bytes.begins(with: "UNICODE\0", at: start) {
      metadata.addUTF16(bytes, text, orderOfText(bytes, text) ?? order, named: name)
    } else if bytes.begins(with: "ASCII\0\0\0", at: start)
      || bytes.begins(with: "\0\0\0\0\0\0\0\0", at: start)
    {
      metadata.add(bytes, text, named: name)
    } else {
      metadata.add(bytes, entry.content, named: name)
    }
  }

  /// The order that the first letter shows; many programs do not keep to that of the file.
  private static func orderOfText(_ bytes: Span<UInt8>, _ range: Range<Int>) -> ByteOrder? {
    guard range.count >= 2 else { return nil }
    let (first, second) = (bytes[range.lowerBound], bytes[range.lowerBound + 1])
    if first == 0, second != 0 { return .big }
    return second == 0 && first != 0 ? .little : nil
  }

  private static let names: [Int: String] = [
    0x001D: "GPSDateStamp",
    0x010D: "DocumentName", 0x010E: "ImageDescription", 0x010F: "Make", 0x0110: "Model",
    0x011D: "PageName", 0x0131: "Software", 0x0132: "DateTime", 0x013B: "Artist",
    0x013C: "HostComputer", 0x0151: "TargetPrinter", 0x8298: "Copyright",
    0x9003: "DateTimeOriginal", 0x9004: "DateTimeDigitized", 0x9C9B: "XPTitle",
    0x9C9C: "XPComment", 0x9C9D: "XPAuthor", 0x9C9E: "XPKeywords", 0x9C9F: "XPSubject",
    0xA420: "ImageUniqueID", 0xA430: "CameraOwnerName", 0xA431: "BodySerialNumber",
    0xA433: "LensMake", 0xA434: "LensModel", 0xA435: "LensSerialNumber", 0xA436: "ImageTitle",
    0xA437: "Photographer", 0xA438: "ImageEditor", 0xA480: "GDALMetadata",
  ]
}
