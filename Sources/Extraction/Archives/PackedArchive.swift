/// An archive of one entry around packed content: what libarchive unpacks only as it lies in one.
enum PackedArchive {
  /// A zip archive, without a directory, of content that is packed with PPMd; nil for too much of it.
  ///
  /// Source: APPNOTE 4.3.7.
  static func zip(_ packed: [UInt8], _ entry: ZipEntry) -> [UInt8]? {
    guard let packedCount = UInt32(exactly: packed.count),
      let count = UInt32(exactly: entry.byteCount)
    else { return nil }
    var bytes: [UInt8] = [0x50, 0x4B, 3, 4, 63, 0, 0, 0]
    bytes.append(ZipMethod.ppmd.rawValue, .little)
    bytes += [0, 0, 0, 0]
    bytes.append(entry.checksum, .little)
    bytes.append(packedCount, .little)
    bytes.append(count, .little)
    return bytes + [1, 0, 0, 0, UInt8(ascii: "x")] + packed
  }

  /// A 7z archive of content that is packed with PPMd to `byteCount` bytes.
  ///
  /// Source: 7zFormat.txt of the LZMA SDK.
  static func sevenZip(_ packed: [UInt8], properties: [UInt8], byteCount: Int) -> [UInt8] {
    var header: [UInt8] = [0x01, 0x04, 0x06, 0, 1, 0x09] + number(packed.count) + [0]
    header += [0x07, 0x0B, 1, 0, 1, 0x23, 0x03, 0x04, 0x01, UInt8(properties.count)] + properties
    header += [0x0C] + number(byteCount) + [0, 0x08, 0, 0]
    header += [0x05, 1, 0x11, 5, 0, UInt8(ascii: "x"), 0, 0, 0, 0, 0]
    var start: [UInt8] = []
    start.append(UInt64(packed.count), .little)
    start.append(UInt64(header.count), .little)
    start.append(Checksum32.of(header), .little)
    var bytes: [UInt8] = [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4]
    bytes.append(Checksum32.of(start), .little)
    return bytes + start + packed + header
  }

  /// A number with a byte in front that says that eight follow.
  private static func number(_ number: Int) -> [UInt8] {
    var bytes: [UInt8] = [0xFF]
    bytes.append(UInt64(number), .little)
    return bytes
  }
}
