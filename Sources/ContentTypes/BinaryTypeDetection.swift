extension BinaryType {
  /// The type that the bytes of `head` are marked with; nil for none.
  static func marked(in head: Span<UInt8>) -> BinaryType? {
    if let type = container(head) { return type }
    // Their first bytes are a number, which may be the mark of something else.
    if DBaseMemoForm(head) != nil { return .dbaseMemo }
    if SQLiteJournalForm(head) != nil { return .sqliteJournal }
    if OwnerFileShape(head) != nil { return .ownerFile }
    for magic in Magic.all where magic.matches(head) {
      // A text may begin with `MZ` or `ORC`; its next bytes are printable too.
      if magic.isPrintable && !head.hasControl(before: magic.offset + 64) {
        continue
      }
      // The name of the first table of a font.
      if magic.type == .font, head[0] == 0, !head.isPrintable(12..<16) { continue }
      // A tag may stand in front of another sort of sound.
      if magic.type == .mp3, ADTSShape.begins(behindTagOf: head) { return .aac }
      if magic.type.isProgram, PrefixedArchive(in: head) != nil { return .prefixedArchive }
      return magic.type
    }
    return structured(head) ?? packed(behindFramesOf: head)
  }

  /// What zstd or lz4 has packed behind frames that say nothing of it; where those fill the head, either.
  private static func packed(behindFramesOf head: Span<UInt8>) -> BinaryType? {
    let end = SkippableFrames.end(in: head)
    guard end > 0 else { return nil }
    guard end < head.count else { return .zstd }
    let rest = head.extracting(end..<head.count)
    return Magic.all.first { [.zstd, .lz4].contains($0.type) && $0.matches(rest) }?.type
  }

  /// Whether a PDF begins there, also behind a byte order mark or empty lines, as programs that take it
  /// for a text leave it.
  static func isPDF(_ head: Span<UInt8>) -> Bool {
    let start = head.has([0xEF, 0xBB, 0xBF], at: 0) ? 3 : 0
    return head.has("%PDF-", at: head.skippingSpace(from: start))
  }

  /// Whether a PDF begins behind text: a text may tell of PDF, but its first object follows only in one.
  static func isPDFBehindText(_ head: Span<UInt8>) -> Bool {
    guard let mark = pdfMark(head), !TarHeader.begins(head) else { return false }
    let end = min(head.count, mark + pdfMarkReach)
    return (mark..<end).contains { head[$0] == 0x20 && head.has(" 0 obj", at: $0) }
  }

  /// How far in readers accept the mark of a PDF.
  private static let pdfMarkReach = 1024

  private static func pdfMark(_ head: Span<UInt8>) -> Int? {
    let reach = min(head.count, pdfMarkReach)
    var position = 0
    while position < reach {
      position = head.position(of: UInt8(ascii: "%"), in: position..<reach)
      if position < reach, head.has("%PDF-", at: position) { return position }
      position += 1
    }
    return nil
  }

  /// The type of content that is no text and has no mark at a fixed place.
  static func unmarked(in head: Span<UInt8>) -> BinaryType {
    // What it holds has marks of its own.
    if TarHeader.begins(head) { return .tar }
    if pdfMark(head) != nil { return .pdf }
    if WordPerfect4Shape.fits(head) { return .wordPerfect4 }
    return PrefixedArchive(in: head) == nil ? .unknown : .prefixedArchive
  }

  /// Zip and compound files, whose type lies in the names that they hold.
  private static func container(_ head: Span<UInt8>) -> BinaryType? {
    if head.has([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], at: 0) {
      return CompoundFileNames.type(of: head)
    }
    if head.has([0x50, 0x4B, 0x03, 0x04], at: 0) || head.has([0x50, 0x4B, 0x07, 0x08], at: 0) {
      return ZipNames.type(of: head)
    }
    // A zip that was to be cut in pieces, and took only one.
    if head.has("PK00PK", at: 0) { return ZipNames.type(of: head) }
    return head.has([0x50, 0x4B, 0x05, 0x06], at: 0) ? .zip : nil
  }

  /// Types that more than one place of the head tells.
  private static func structured(_ head: Span<UInt8>) -> BinaryType? {
    if head.has("RIFF", at: 0) {
      if head.has("WAVE", at: 8) { return .wav }
      if head.has("AVI ", at: 8) { return .avi }
      if head.has("WEBP", at: 8) { return .webp }
    }
    // Those of more than 4 GB.
    if head.has("RF64", at: 0) || head.has("BW64", at: 0), head.has("WAVE", at: 8) { return .wav }
    if head.has("FORM", at: 0), head.has("AIFF", at: 8) || head.has("AIFC", at: 8) { return .aiff }
    if head.has("!<arch>\n", at: 0) { return ArchiveNames.isLibrary(head) ? .staticLibrary : .ar }
    if head.has("ftyp", at: 4) {
      if head.has("crx ", at: 8) { return .cr3 }
      for brand: StaticString in ["hei", "hev", "mif1", "msf1", "avi"] where head.has(brand, at: 8)
      {
        return .heic
      }
      return .mp4
    }
    if head.has("BZh", at: 0), head.has([0x31, 0x41, 0x59, 0x26, 0x53, 0x59], at: 4) {
      return .bzip2
    }
    if head.has([0xCA, 0xFE, 0xBA, 0xBE], at: 0), head.count >= 8 {
      // A class file has its version there (45 and up), a Mach-O file how many parts it has.
      return head[7] >= 45 ? .javaClass : .machO
    }
    if head.has([1, 0, 0, 0], at: 0), head.has(" EMF", at: 40) { return .emf }
    if head.has("BM", at: 0), head.has([0, 0, 0, 0], at: 6) { return .bmp }
    if isDataMashup(head) { return .dataMashup }
    if isEarlyWord(head) { return .earlyWord }
    if isWordPerfect(head) { return .wordPerfect }
    if isSPSS(head) { return .spss }
    if isSASTransport(head) { return .sasTransport }
    if isRData(head) { return .rData }
    if isStata(head) { return .stata }
    if isCPIO(head) { return .cpio }
    if isLHA(head) { return .lha }
    if isLZMA(head) { return .lzma }
    if isCMS(head) { return .cms }
    if DICOMShape.begins(head) { return .dicom }
    if MPEGAudioShape.begins(head) { return .mp3 }
    if ADTSShape.begins(head, at: 0) { return .aac }
    if TransportStreamShape.begins(head) { return .mpeg }
    if QuickTimeShape.begins(head) { return .mp4 }
    return isDBase(head) ? .dbase : nil
  }

  /// The way of packing of the first file, between hyphens, and the level of its header.
  ///
  /// Source: header.doc of LHa for UNIX.
  private static func isLHA(_ head: Span<UInt8>) -> Bool {
    guard head.count > 21, head[2] == UInt8(ascii: "-"), head[6] == UInt8(ascii: "-"),
      head[20] <= 3
    else { return false }
    switch head[5] {
    case UInt8(ascii: "0")...UInt8(ascii: "7"), UInt8(ascii: "d"), UInt8(ascii: "x"),
      UInt8(ascii: "s"):
      return head.has("lh", at: 3) || head.has("lz", at: 3) || head.has("pm", at: 3)
    default: return false
    }
  }

  /// A sequence of ASN.1 that begins with the name of a content of PKCS #7.
  ///
  /// Source: RFC 5652; X.690, 8.1.3 for the length between them.
  private static func isCMS(_ head: Span<UInt8>) -> Bool {
    guard head.count > 2, head[0] == 0x30, head[1] >= 0x80 else { return false }
    return head.has(
      [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07], at: 2 + Int(head[1] & 0x7F))
  }

  /// A version of 0, a length and a zip that is shorter.
  ///
  /// Source: MS-QDEFF 2.2.
  private static func isDataMashup(_ head: Span<UInt8>) -> Bool {
    head.has([0, 0, 0, 0], at: 0) && head.has([0x50, 0x4B, 0x03, 0x04], at: 8)
      && head[6] | head[7] == 0
  }

  /// The mark of Word 2 and the number of its layout, and where the text begins: behind the header.
  private static func isEarlyWord(_ head: Span<UInt8>) -> Bool {
    guard head.has([0xDB, 0xA5], at: 0), head.count >= 0x180 else { return false }
    return head[2] == 45 && head[3] == 0 && head.has([0x80, 1, 0, 0], at: 24)
  }

  /// The mark of the makers of WordPerfect, and their number for its documents.
  ///
  /// Source: WordPerfect 6.0 file format, file header; version 2 is that of 6.0 and all since.
  private static func isWordPerfect(_ head: Span<UInt8>) -> Bool {
    guard head.has([0xFF, 0x57, 0x50, 0x43], at: 0), head.count >= 16 else { return false }
    return head[8] == 1 && head[9] == 0x0A && (head[10] == 0 || head[10] == 2)
  }

  /// Its mark, and the number of its layout in either order of bytes; or its mark under a password.
  ///
  /// Source: PSPP developers guide, System File Format and Encrypted File Wrappers.
  private static func isSPSS(_ head: Span<UInt8>) -> Bool {
    if head.has("ENCRYPTEDSAV", at: 8) { return head[0] == 0x1C }
    guard head.has("$FL2", at: 0) || head.has("$FL3", at: 0), head.count >= 68 else { return false }
    return (2...3).contains(head[64] | head[67]) && head.has([0, 0], at: 65)
  }

  /// The first record of a library, in the layout of version 5 or of version 8.
  private static func isSASTransport(_ head: Span<UInt8>) -> Bool {
    head.has("HEADER RECORD*******LIBRARY HEADER RECORD!!!!!!!", at: 0)
      || head.has("HEADER RECORD*******LIBV8   HEADER RECORD!!!!!!!", at: 0)
  }

  /// The mark of variables, if they are some, that of the binary form, and the number of its version.
  ///
  /// Source: R Internals, 1.8 Serialization Formats.
  private static func isRData(_ head: Span<UInt8>) -> Bool {
    let start = head.has("RDX2\n", at: 0) || head.has("RDX3\n", at: 0) ? 5 : 0
    return (2...3).contains { head.has([0x58, 0x0A, 0, 0, 0, $0, 0], at: start) }
  }

  /// The number of a format without marks, an order of bytes, at least one variable, a title and a time of
  /// writing; or the first marks of a later format.
  ///
  /// Source: Stata, help dta.
  private static func isStata(_ head: Span<UInt8>) -> Bool {
    if head.has("<stata_dta><header><release>", at: 0) { return true }
    guard head.count >= 110, (104...115).contains(head[0]), (1...2).contains(head[1]),
      head[2] == 1, head[0] < 105 || head[3] == 0
    else { return false }
    let title = head[0] >= 108 ? 10..<91 : 10..<42
    let time = title.upperBound..<title.upperBound + 18
    return head[4] | head[5] != 0 && holdsLine(head, title)
      && (head[0] < 105 || holdsLine(head, time))
  }

  /// Whether a line of text stands there that ends in a zero.
  private static func holdsLine(_ head: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for index in range where head[index] < 0x20 { return head[index] == 0 }
    return false
  }

  /// `070701`, `070702` or `070707`, and nothing but the hexadecimal digits of a header behind it.
  private static func isCPIO(_ head: Span<UInt8>) -> Bool {
    guard head.has("07070", at: 0), head.count > 110 else { return false }
    let length = head[5] == UInt8(ascii: "7") ? 76 : 110
    for position in 5..<length {
      switch head[position] {
      case 0x30...0x39, 0x41...0x46, 0x61...0x66: continue
      default: return false
      }
    }
    return true
  }

  /// The properties that every packer sets, a dictionary of a size that packers choose, a length that is
  /// not known or not absurd, and the zero with which the packed bytes begin.
  ///
  /// Source: XZ Utils, doc/lzma-file-format.txt, 1.1 and its table of sizes.
  private static func isLZMA(_ head: Span<UInt8>) -> Bool {
    guard head.count >= 18, head[0] == 0x5D, head[13] == 0, head.has([0, 0], at: 1) else {
      return false
    }
    let dictionary = UInt32(head[3]) | UInt32(head[4]) << 8
    guard dictionary > 0 else { return false }
    let highest = UInt32(1) << (31 - UInt32(dictionary.leadingZeroBitCount))
    guard dictionary == highest || dictionary == highest | highest >> 1 else { return false }
    return head.has([0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], at: 5)
      || head.has([0, 0, 0], at: 10)
  }

  /// Without memos and with them, of dBase III to 7, FoxPro and Visual FoxPro.
  private static let dBaseVersions: Set<UInt8> = [
    0x03, 0x04, 0x30, 0x31, 0x32, 0x43, 0x7B, 0x83, 0x8B, 0x8C, 0x8E, 0xCB, 0xF5, 0xFB,
  ]

  /// The version, the date of the last change and lengths that fit each other.
  ///
  /// Source: dBASE Table File Format, version III to 7.
  private static func isDBase(_ head: Span<UInt8>) -> Bool {
    guard head.count >= 32, dBaseVersions.contains(head[0]) else { return false }
    let headerLength = Int(head[8]) | Int(head[9]) << 8
    let recordLength = Int(head[10]) | Int(head[11]) << 8
    return (1...12).contains(head[2]) && (1...31).contains(head[3]) && headerLength >= 33
      && recordLength >= 2 && head.has([0, 0], at: 12)
  }
}
