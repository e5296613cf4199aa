import Testing

@testable import ContentTypes

@Suite struct BinaryTypeDetectionTests {
  /// A frame of MPEG audio of 8 kilobits and 8,000 samples in a second.
  private static let frame = "ÿã\u{18}Ä" + String(repeating: "\0", count: 68)

  /// A frame of AAC of sixteen bytes.
  private static let aac = "ÿñ\\@\u{2}\0ü" + String(repeating: "\0", count: 9)
  /// A packet of a transport stream behind its first three bytes.
  private static let packet = String(repeating: "\u{10}", count: 185)

  @Test func `tells no bytes from some`() {
    #expect(detect([]) == .empty)
    #expect(ContentType.empty.id == "empty")
  }

  @Test func `gives every type an id of its own`() {
    let forms: [TextForm] = [
      .running, .delimited(.comma), .delimited(.tab), .json, .ndjson, .xml, .html, .sql, .vektis,
      .mail, .mbox, .rtf, .vcard, .ical, .ldif, .fodt, .fods, .fodp, .fodg,
      .svg, .wordXML, .workbookXML, .flatPackage,
    ]
    let ids = forms.map(\.id) + BinaryType.allCases.map(\.rawValue) + ["empty"]
    #expect(Set(ids).count == ids.count)
    #expect(TextForm.delimited(.semicolon).id == "csv")
    #expect(ContentType.binary(.sevenZip).id == "7z")
    #expect(ContentType.text(.ndjson, .utf8).id == "ndjson")
  }

  @Test(arguments: [
    ("Beste lezer,\n\n%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj\n", true),
    ("Een bestand begint met %PDF-1.4 en dan het eerste object.\n", false),
    ("PK\u{3}\u{4}\u{14}\0\0\0\0\0aaaa.pdf%PDF-1.4\n1 0 obj\n", false),
  ])
  func `knows a PDF behind text`(text: String, isPDF: Bool) {
    let head = text.unicodeScalars.map { UInt8($0.value) }
    #expect((detect(head) == .binary(.pdf)) == isPDF)
  }

  /// The oldest kind has no mark, only a sum of all bytes of its header.
  @Test(arguments: ["Rar!\u{1A}\u{7}\u{1}\0", "PK\u{3}\u{4}\u{14}\0\0\0", "%PDF-1.7\n", "Dag\n"])
  func `knows a tar without a mark, whatever it holds`(content: String) {
    var header = [UInt8](repeating: 0, count: 512)
    for (place, text) in [
      (0, "brief.dat"), (100, "0000644\0"), (108, "0001750\0"), (116, "0001750\0"),
      (124, "00000000011 "), (136, "14560000000 "), (148, "        "),
    ] {
      header.replaceSubrange(place..<place + text.utf8.count, with: text.utf8)
    }
    let sum = String(header.reduce(0) { $0 + Int($1) }, radix: 8)
    header.replaceSubrange(148..<156, with: "00\(sum)\0 ".utf8.prefix(8))
    let rest = content.unicodeScalars.map { UInt8($0.value) } + [UInt8](repeating: 0, count: 1400)
    #expect(detect(header + rest) == .binary(.tar))
    header[0] += 1
    #expect(detect(header + rest) != .binary(.tar))
  }

  @Test(
    arguments: [
      ("%PDF-1.7\n%âãÏÓ", .pdf),
      ("\u{89}PNG\r\n\u{1A}\n\0\0\0\rIHDR", .png),
      ("ÿØÿà\0\u{10}JFIF", .jpeg),
      ("GIF89a\u{1}\0\u{1}\0", .gif),
      ("II*\0\u{8}\0\0\0", .tiff),
      ("MM\0*\0\0\0\u{8}", .tiff),
      ("BM6\u{10}\0\0\0\0\0\0", .bmp),
      ("RIFF\u{24}\0\0\0WAVEfmt ", .wav),
      ("RF64ÿÿÿÿWAVEds64", .wav),
      ("RIFF\u{24}\0\0\0WEBPVP8 ", .webp),
      ("RIFF\u{24}\0\0\0AVI LIST", .avi),
      ("\0\0\0\u{18}ftypheic\0\0\0\0", .heic),
      ("\0\0\0\u{18}ftypisom\0\0\0\0", .mp4),
      ("\0\0\u{2}\0moov\0\0\0lmvhd\0\0\0\0", .mp4),
      ("\0\0\0\u{8}wide\0\0\u{1}\0mdat\0\0\0\0", .mp4),
      ("\0\0\0\u{18}ftypcrx \0\0\0\u{1}", .cr3),
      ("FORM\0\0\0\u{2E}AIFFCOMM", .aiff),
      ("FORM\0\0\0\u{2E}AIFCFVER", .aiff),
      ("ID3\u{3}\0\0\0\0\0\0", .mp3),
      (aac + aac, .aac),
      ("ID3\u{4}\0\0\0\0\0\u{2}\0\0" + aac + aac, .aac),
      // Other samples in a second, and a tag of which the sound does not follow.
      (aac + "ÿñ`@\u{2}\0ü", .unknown),
      ("ID3\u{4}\0\0\0\0\0\u{2}\0\0\0" + aac + aac, .mp3),
      ("G@\0" + packet + "G@\u{1}" + packet + "G@\u{2}" + packet, .mpeg),
      ("\0\0\0\0G@\0" + packet + "\0\0\0\u{1}G@\u{1}" + packet + "\0\0\0\u{2}G@", .mpeg),
      ("G@\0" + packet + "G@\u{1}" + packet + "H@\u{2}" + packet, .unknown),
      ("!<arch>\ndebian-binary   0           ", .ar),
      ("!<arch>\n/               0           ", .staticLibrary),
      (
        "!<arch>\n#1/20           " + String(repeating: " ", count: 44) + "__.SYMDEF",
        .staticLibrary
      ),
      ("!<arch>\na.o/" + String(repeating: " ", count: 56) + "\u{7F}ELF\u{2}", .staticLibrary),
      ("!<thin>\n/               0           ", .staticLibrary),
      ("í«îÛ\u{3}\0\0\0", .rpm),
      (frame + frame, .mp3),
      (frame + "TAGGesprek", .mp3),
      (frame, .mp3),
      // One frame and something else, or other samples in a second.
      (frame + "\0\0\0\0", .unknown),
      (frame + "ÿã\u{14}Ä", .unknown),
      ("OggS\0\u{2}", .ogg),
      ("\u{1A}Eß£\u{1}\0", .mkv),
      ("\u{1F}\u{8B}\u{8}\0\0\0\0\0", .gzip),
      ("]\0\0\u{80}\0ÿÿÿÿÿÿÿÿ\0\u{36}\u{9D}ÁÀ", .lzma),
      ("]\0\0\u{10}\0\u{2D}\0\0\0\0\0\0\0\0\u{25}\u{18}ÁÀ", .lzma),
      // A dictionary or a length that no packer writes.
      ("]\0\0\u{90}\0ÿÿÿÿÿÿÿÿ\0\u{36}\u{9D}ÁÀ", .unknown),
      ("]\0\0\u{80}\0ÿÿÿÿÿÿÿ\u{7F}\0\u{36}\u{9D}ÁÀ", .unknown),
      ("BZh91AY&SY\u{1}\u{2}", .bzip2),
      ("ý7zXZ\0\0\u{4}", .xz),
      ("LZIP\u{1}\u{C}\0\u{1A}", .lzip),
      ("\u{89}LZO\0\r\n\u{1A}\n", .lzop),
      ("(µ/ý\u{4}\0", .zstd),
      ("7z¼¯'\u{1C}\0\u{4}", .sevenZip),
      ("Rar!\u{1A}\u{7}\u{1}\0", .rar),
      ("\u{4}\"M\u{18}d@", .lz4),
      ("MSCF\0\0\0\0", .cab),
      ("SQLite format 3\0\u{10}\0", .sqlite),
      ("\0\u{1}\0\0Standard Jet DB\0\u{1}", .access),
      ("\0\u{1}\0\0Standard ACE DB\0\u{2}", .access),
      ("!BDN\u{1}\u{2}\u{3}\u{4}SM", .pst),
      ("Ï\u{AD}\u{12}þÅýto", .dbx),
      ("\0\u{1}\0\0\0\u{2}\0\u{1}\0\u{5}\0\u{2}\0\u{2}ÀHBAM7", .fileMaker),
      ("PAR1\u{15}\0\u{15}", .parquet),
      ("PGDMP\u{1}\u{E}\0", .postgresDump),
      ("\u{7F}ELF\u{2}\u{1}\u{1}\0", .elf),
      ("MZ\u{90}\0\u{3}\0\0\0", .pe),
      ("Ïúíþ\u{7}\0\0\u{1}", .machO),
      ("Êþº¾\0\0\0\u{2}", .machO),
      ("Êþº¾\0\0\0\u{41}", .javaClass),
      ("\0\u{1}\0\0\0\u{12}\u{1}\0\0\u{4}\0 DSIG", .font),
      ("\0\u{1}\0\0\0\u{12}\u{1}\0\0\u{4}\0\0\0\0\0\0", .unknown),
      ("wOF2\0\u{1}\0\0", .font),
      ("x\u{9F}>\"\u{1}\0", .tnef),
      ("0\u{82}\u{5} \u{6}\u{9}*\u{86}H\u{86}÷\r\u{1}\u{7}\u{2}", .cms),
      ("\u{3}x\u{5}\u{C}\u{2}\0\0\0a\0+\0" + String(repeating: "\0", count: 20), .dbase),
      ("ÿWPC\u{6E}\u{F}\0\0\u{1}\u{A}\0\0\0\0\0\0", .wordPerfect),
      ("ÿWPC\0\u{2}\0\0\u{1}\u{A}\u{2}\u{1}\0\0\0\u{2}", .wordPerfect),
      (
        "Û¥-\0" + String(repeating: "\0", count: 20) + "\u{80}\u{1}\0\0"
          + String(repeating: "\0", count: 400), .earlyWord
      ),
      // A macro of WordPerfect.
      ("ÿWPC\0\u{2}\0\0\u{1}\u{1}\u{2}\u{1}\0\0\0\u{2}", .unknown),
      ("\0\0\u{2}\0\u{4}\u{4}\u{6}\0", .lotus),
      ("ÿ\0\u{2}\0\u{4}\u{4}\u{5}T", .lotus),
      ("\0\0\u{2}\0\u{5}\u{4}\u{6}\0", .lotus),
      ("\0\0\u{2}\0\u{6}\u{4}\u{6}\0", .lotus),
      ("\0\0\u{1A}\0\0\u{10}\u{4}\0\0\0", .lotus),
      ("\0\0\u{1A}\0\u{5}\u{10}\u{4}\0\0\0", .lotus),
      // A cursor.
      ("\0\0\u{2}\0\u{1}\0\u{20}\u{20}\0\0", .unknown),
      // DICOM without its preamble: explicit in both orders, implicit, and with meta information.
      ("\u{8}\0\u{5}\0CS\u{2}\0A \u{8}\0\u{16}\0UI\u{2}\01.\u{8}\0 \0DA\0\0", .dicom),
      ("\0\u{8}\0\u{5}CS\0\u{2}A \0\u{8}\0\u{16}UI\0\u{2}1.\0\u{8}\0 DA\0\0", .dicom),
      (
        "\u{8}\0\u{5}\0\u{2}\0\0\0A \u{8}\0\u{16}\0\u{2}\0\0\01.\u{8}\0 \0\0\0\0\0\u{8}\0!\0",
        .dicom
      ),
      (
        "\u{2}\0\0\0UL\u{4}\0\u{C}\0\0\0\u{2}\0\u{1}\0OB\0\0\u{2}\0\0\0\0\u{1}\u{2}\0\u{2}\0UI\u{2}\01.",
        .dicom
      ),
      // Numbers that fall.
      ("\u{8}\0\u{5}\0CS\u{2}\0A \u{8}\0\u{4}\0UI\u{2}\01.\u{8}\0 \0DA\0\0", .unknown),
      ("Salted__\u{1}\u{2}\u{3}", .opensslEncrypted),
      (String(repeating: "\0", count: 64), .unknown),
    ] as [(String, BinaryType)])
  func `knows binary formats by their marks`(head: String, type: BinaryType) {
    #expect(detect(bytes(of: head, .windows1252), isWhole: false) == .binary(type))
  }

  @Test func `knows formats whose mark stands further on`() {
    var tar = Array("notulen.txt".utf8) + Array(repeating: 0, count: 501)
    tar.replaceSubrange(257..<262, with: Array("ustar".utf8))
    #expect(detect(tar) == .binary(.tar))
    var iso = [UInt8](repeating: 0, count: 34_000)
    iso.replaceSubrange(32_769..<32_774, with: Array("CD001".utf8))
    #expect(detect(iso) == .binary(.iso))
    var dicom = [UInt8](repeating: 0, count: 200)
    dicom.replaceSubrange(128..<132, with: Array("DICM".utf8))
    #expect(detect(dicom) == .binary(.dicom))
    // A slide that is a TIFF too.
    dicom.replaceSubrange(0..<4, with: [0x49, 0x49, 0x2A, 0])
    #expect(detect(dicom) == .binary(.dicom))
    #expect(detect(String(repeating: "a", count: 128) + "DICM") == .text(.running, .utf8))
    #expect(detect([0, 1, 2, 3, 4, 5, 6, 7, 8] + Array("%PDF-1.4".utf8)) == .binary(.pdf))
    for front in [[0xEF, 0xBB, 0xBF], [0xEF, 0xBB, 0xBF, 0x0A], Array("\r\n ".utf8)] as [[UInt8]] {
      #expect(detect(front + Array("%PDF-1.4\n1 0 obj\n".utf8)) == .binary(.pdf))
    }
    #expect(
      detect("\u{1F}E-lh5-" + String(repeating: "\0", count: 14) + "\tbrief.txt") == .binary(.lha))
    #expect(detect("a -lh5- b, en zo gaat het verder") != .binary(.lha))
    let cpio = "070701" + String(repeating: "0000A1b2", count: 13) + "map/x\0"
    #expect(detect(cpio) == .binary(.cpio))
  }

  @Test(arguments: [
    "BM is een afkorting", "MZ", "ID3-tags horen bij muziek", "RIFF en ftyp", "ORC", "PAR1, PAR2",
    "070701 is een nummer", "Obj", "OggS", "!BDN",
  ])
  func `takes words that look like marks for text`(text: String) {
    #expect(detect(text) == .text(.running, .utf8))
  }

  @Test(
    arguments: [
      (["[Content_Types].xml", "_rels/.rels", "word/document.xml"], .docx),
      (["[Content_Types].xml", "_rels/.rels", "xl/workbook.xml"], .xlsx),
      (["[Content_Types].xml", "xl/worksheets/sheet1.bin", "xl/_rels/workbook.bin.rels"], .xlsb),
      (["_rels/.rels", "ppt/presentation.xml"], .pptx),
      (["[Content_Types].xml", "_rels/.rels"], .ooxml),
      (["META-INF/MANIFEST.MF", "a.class"], .jar),
      (["Index/Document.iwa"], .iwork),
      (["map/", "map/bestand.txt"], .zip),
    ] as [([String], BinaryType)])
  func `tells zips apart by the names in them`(names: [String], type: BinaryType) {
    let zip = names.flatMap { zipEntry($0, content: "inhoud") }
    #expect(detect(zip, isWhole: false) == .binary(type))
  }

  @Test(
    arguments: [
      ("application/vnd.oasis.opendocument.text", .odt),
      ("application/vnd.oasis.opendocument.spreadsheet", .ods),
      ("application/vnd.oasis.opendocument.presentation", .odp),
      ("application/epub+zip", .epub), ("application/x-anders", .zip),
    ] as [(String, BinaryType)])
  func `tells OpenDocument and EPUB by their first entry`(mimetype: String, type: BinaryType) {
    let zip = zipEntry("mimetype", content: mimetype) + zipEntry("content.xml", content: "<x/>")
    #expect(detect(zip) == .binary(type))
  }

  @Test func `tells zips with entries under a password`() {
    let zip = zipEntry("a.txt", content: "x") + zipEntry("b.txt", content: "x", isEncrypted: true)
    #expect(detect(zip) == .binary(.encryptedZip))
    #expect(detect(Array("PK\u{5}\u{6}".utf8) + Array(repeating: 0, count: 18)) == .binary(.zip))
  }

  @Test(
    arguments: [
      (["WordDocument", "1Table"], .doc), (["Workbook"], .xls), (["Book"], .xls),
      (["PowerPoint Document"], .ppt), (["__substg1.0_0037001F"], .msg),
      (["__properties_version1.0"], .msg),
      (["EncryptionInfo", "EncryptedPackage"], .ooxmlEncrypted),
      (["VisioDocument"], .vsd), (["Contents"], .ole2), (["Bookmarks"], .ole2), ([], .ole2),
    ] as [([String], BinaryType)])
  func `tells compound files apart by their streams`(names: [String], type: BinaryType) {
    var file: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    file += Array(repeating: 0, count: 1024 - 8)
    for name in ["Root Entry"] + names {
      var entry = name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      entry += Array(repeating: 0, count: 128 - entry.count)
      file += entry
    }
    #expect(detect(file) == .binary(type))
  }

  @Test func `survives heads that are cut anywhere`() {
    let zip = zipEntry("word/document.xml", content: String(repeating: "x", count: 40))
    for count in zip.indices { _ = detect(Array(zip[..<count]), isWhole: false) }
    let compound: [UInt8] =
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0x57, count: 700)
    for count in compound.indices { _ = detect(Array(compound[..<count]), isWhole: false) }
    for magic in Magic.all {
      let head = Array(repeating: 0, count: magic.offset) + magic.bytes
      for count in max(magic.offset, 1)...head.count { _ = detect(Array(head[..<count])) }
    }
  }

  private func zipEntry(_ name: String, content: String, isEncrypted: Bool = false) -> [UInt8] {
    var entry: [UInt8] = [0x50, 0x4B, 3, 4, 20, 0, isEncrypted ? 1 : 0, 0, 0, 0]
    entry += Array(repeating: 0, count: 8)
    entry += [UInt8(content.utf8.count), 0, 0, 0, UInt8(content.utf8.count), 0, 0, 0]
    entry += [UInt8(name.utf8.count), 0, 0, 0]
    return entry + Array(name.utf8) + Array(content.utf8)
  }
}
