/// Bytes at a fixed place that mark a binary format.
struct Magic: Sendable {
  let offset: Int
  let bytes: [UInt8]
  let type: BinaryType
  /// Whether a text may begin with these bytes too.
  let isPrintable: Bool

  init(_ type: BinaryType, _ bytes: [UInt8], at offset: Int = 0) {
    self.type = type
    self.bytes = bytes
    self.offset = offset
    isPrintable = bytes.allSatisfy { (0x20...0x7E).contains($0) }
  }

  init(_ type: BinaryType, _ text: String, at offset: Int = 0) {
    self.init(type, Array(text.utf8), at: offset)
  }

  func matches(_ head: Span<UInt8>) -> Bool {
    guard head.count >= offset + bytes.count else { return false }
    for index in bytes.indices where head[offset + index] != bytes[index] { return false }
    return true
  }

  /// The magics of all types that need no look further into the content.
  ///
  /// Source: the specifications of the formats, as collected in file(1).
  static let all: [Magic] = [
    Magic(.pdf, "%PDF-"),
    Magic(.png, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
    Magic(.jpeg, [0xFF, 0xD8, 0xFF]),
    Magic(.gif, "GIF87a"),
    Magic(.gif, "GIF89a"),
    Magic(.tiff, [0x49, 0x49, 0x2A, 0x00]),
    Magic(.tiff, [0x4D, 0x4D, 0x00, 0x2A]),
    Magic(.tiff, [0x49, 0x49, 0x2B, 0x00]),
    Magic(.tiff, [0x4D, 0x4D, 0x00, 0x2B]),
    Magic(.psd, "8BPS\0\u{1}"),
    Magic(.jp2, [0x00, 0x00, 0x00, 0x0C, 0x6A, 0x50, 0x20, 0x20]),
    Magic(.jp2, [0xFF, 0x4F, 0xFF, 0x51]),
    Magic(.wmf, [0xD7, 0xCD, 0xC6, 0x9A, 0x00, 0x00]),
    Magic(.wmf, [0x01, 0x00, 0x09, 0x00, 0x00, 0x03]),
    Magic(.wmf, [0x02, 0x00, 0x09, 0x00, 0x00, 0x03]),
    Magic(.djvu, "AT&TFORM"),
    Magic(.dicom, "DICM", at: 128),
    Magic(.gzip, [0x1F, 0x8B]),
    Magic(.compress, [0x1F, 0x9D]),
    Magic(.xz, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]),
    Magic(.zstd, [0x28, 0xB5, 0x2F, 0xFD]),
    Magic(.lz4, [0x04, 0x22, 0x4D, 0x18]),
    Magic(.sevenZip, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
    Magic(.rar, "Rar!\u{1A}\u{7}"),
    Magic(.cab, "MSCF\0\0\0\0"),
    Magic(.tar, "ustar", at: 257),
    Magic(.cpio, [0xC7, 0x71]),
    Magic(.iso, "CD001", at: 32_769),
    // Workbooks of Excel that lie in no compound file: the record with which they begin.
    Magic(.xls, [0x09, 0x00, 0x04, 0x00]),
    Magic(.xls, [0x09, 0x02, 0x06, 0x00]),
    Magic(.xls, [0x09, 0x04, 0x06, 0x00]),
    Magic(.xls, [0x09, 0x08, 0x08, 0x00]),
    Magic(.xls, [0x09, 0x08, 0x10, 0x00]),
    Magic(.sqlite, "SQLite format 3\0"),
    Magic(.access, "Standard Jet DB", at: 4),
    Magic(.access, "Standard ACE DB", at: 4),
    Magic(.pst, "!BDN"),
    Magic(.parquet, "PAR1"),
    Magic(.orc, "ORC"),
    Magic(.avro, "Obj\u{1}"),
    Magic(.hdf5, [0x89, 0x48, 0x44, 0x46, 0x0D, 0x0A, 0x1A, 0x0A]),
    Magic(.postgresDump, "PGDMP"),
    Magic(.tnef, [0x78, 0x9F, 0x3E, 0x22]),
    Magic(
      .onenote,
      [
        0xE4, 0x52, 0x5C, 0x7B, 0x8C, 0xD8, 0xA7, 0x4D, 0xAE, 0xB1, 0x53, 0x78, 0xD0, 0x29, 0x96,
        0xD3,
      ]),
    Magic(.chm, "ITSF\u{3}\0\0\0"),
    Magic(.mp3, "ID3"),
    Magic(.mp3, [0xFF, 0xFB]),
    Magic(.mp3, [0xFF, 0xF3]),
    Magic(.mp3, [0xFF, 0xF2]),
    Magic(.ogg, "OggS"),
    Magic(.flac, "fLaC"),
    Magic(.mkv, [0x1A, 0x45, 0xDF, 0xA3]),
    Magic(.asf, [0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11]),
    Magic(.mpeg, [0x00, 0x00, 0x01, 0xBA]),
    Magic(.mpeg, [0x00, 0x00, 0x01, 0xB3]),
    Magic(.midi, "MThd\0\0\0\u{6}"),
    Magic(.flv, "FLV\u{1}"),
    Magic(.amr, "#!AMR"),
    Magic(.elf, "\u{7F}ELF"),
    Magic(.pe, "MZ"),
    Magic(.wasm, "\0asm"),
    Magic(.machO, [0xFE, 0xED, 0xFA, 0xCE]),
    Magic(.machO, [0xFE, 0xED, 0xFA, 0xCF]),
    Magic(.machO, [0xCE, 0xFA, 0xED, 0xFE]),
    Magic(.machO, [0xCF, 0xFA, 0xED, 0xFE]),
    Magic(.font, [0x00, 0x01, 0x00, 0x00, 0x00]),
    Magic(.font, "OTTO\0"),
    Magic(.font, "true\0"),
    Magic(.font, "ttcf\0"),
    Magic(.font, "wOFF\0\u{1}"),
    Magic(.font, "wOFFOTTO"),
    Magic(.font, "wOF2\0\u{1}"),
    Magic(.font, "wOF2OTTO"),
    Magic(.ico, [0x00, 0x00, 0x01, 0x00]),
    Magic(.pcap, [0xA1, 0xB2, 0xC3, 0xD4]),
    Magic(.pcap, [0xD4, 0xC3, 0xB2, 0xA1]),
    Magic(.pcap, [0x0A, 0x0D, 0x0D, 0x0A, 0x00]),
    Magic(.pcap, [0x0A, 0x0D, 0x0D, 0x0A, 0x1C]),
    Magic(.evtx, "ElfFile\0"),
    Magic(.registry, "regf"),
    Magic(.lnk, [0x4C, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00]),
    Magic(.keepass, [0x03, 0xD9, 0xA2, 0x9A]),
    Magic(.opensslEncrypted, "Salted__"),
    Magic(.luks, [0x4C, 0x55, 0x4B, 0x53, 0xBA, 0xBE]),
  ]
}
