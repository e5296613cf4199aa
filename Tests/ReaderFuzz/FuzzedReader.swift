import ContentTypes
import Extraction
import Isolation
import ScanModel
import Wire

/// What is fed with hostile bytes, by the name that the command is given.
enum FuzzedReader: String, CaseIterable {
  /// Zip archives and documents in them, as they are.
  case zip
  /// Documents in zip archives, of which the bytes give the members (`PackageParts`).
  case package
  case pdf
  /// Compound files: Word, Excel, PowerPoint, Outlook messages and the rest.
  case compound
  case rtf
  case tnef
  case mail
  case mbox
  case cms
  case onenote
  case wordperfect
  /// WordPerfect up to 4.2.
  case oldwordperfect
  case write
  case earlyword
  /// Worksheets of Lotus 1-2-3.
  case lotus
  /// Worksheets of Quattro Pro that are no compound files.
  case quattro
  case iwork
  case plist
  case appledouble
  case desktopstore
  /// Queries in workbooks.
  case mashup
  /// Shortcuts of Windows.
  case shortcut
  /// Event logs of Windows.
  case eventlog
  case dicom
  case image
  /// Recordings of sound and film.
  case media
  /// Drawings: EMF and WMF.
  case metafile
  /// Word and Excel 2003 and flat packages.
  case officexml
  case archive
  case sevenzip
  case cabinet
  case lha
  /// Help files of Windows.
  case helpfile
  /// Archives behind programs and other bytes.
  case prefixed
  case sqlite
  /// A database with the write-ahead log behind it.
  case log
  case journal
  case postgres
  case access
  case dbase
  case memo
  case spss
  case sas
  case xpt
  case stata
  /// Data files of R.
  case rdata
  case parquet
  case store
  /// Folders of Outlook Express.
  case dbx
  /// Databases of FileMaker Pro.
  case filemaker
  case running
  case vcard
  case ical
  case ldif
  case json
  case ndjson
  case xml
  case html
  case sql
  case csv
  case vektis
  case hl7
  case edifact
  case chat
  /// Text in any encoding, in the form that it has.
  case text
  /// The documents that a text holds in base64 or hex.
  case encoded
  /// Bytes of which nothing is known.
  case runs
  /// What a worker sends.
  case wire

  /// Reads `bytes`, and ends the process where a rule is broken.
  func read(_ bytes: [UInt8]) {
    switch self {
    case .zip: read(bytes, as: .zip)
    case .package: readAny(PackageParts.archive(of: bytes))
    case .pdf: read(bytes, as: .pdf)
    case .compound: read(bytes, as: .ole2)
    case .rtf: read(bytes, as: .rtf)
    case .tnef: read(bytes, as: .tnef)
    case .mail: read(bytes, as: .mail)
    case .mbox: read(bytes, as: .mbox)
    case .cms: read(bytes, as: .cms)
    case .onenote: read(bytes, as: .onenote)
    case .wordperfect: read(bytes, as: .wordPerfect)
    case .oldwordperfect: read(bytes, as: .wordPerfect4)
    case .earlyword: read(bytes, as: .earlyWord)
    case .write: read(bytes, as: .write)
    case .lotus: read(bytes, as: .lotus)
    case .quattro: read(bytes, as: .quattroPro)
    case .iwork: read(PackageParts.workbook(of: bytes), as: .iwork)
    case .plist: read(bytes, as: .propertyList)
    case .appledouble: read(bytes, as: .appleDouble)
    case .desktopstore: read(bytes, as: .desktopStore)
    case .mashup: read(bytes, as: .dataMashup)
    case .shortcut: read(bytes, as: .lnk)
    case .eventlog: read(bytes, as: .evtx)
    case .dicom: read(bytes, as: .dicom)
    case .image: read(bytes, as: .tiff)
    case .media: read(bytes, as: .mp4)
    case .metafile: read(bytes, as: .emf)
    case .officexml: readXML(bytes)
    case .archive: read(bytes, as: .iso)
    case .sevenzip: read(bytes, as: .sevenZip)
    case .cabinet: read(bytes, as: .cab)
    case .lha: read(bytes, as: .lha)
    case .helpfile: read(bytes, as: .chm)
    case .prefixed: read(bytes, as: .prefixedArchive)
    case .sqlite: read(bytes, as: .sqlite)
    case .journal: read(bytes, as: .sqliteJournal)
    case .log: readLogged(bytes)
    case .postgres: read(bytes, as: .postgresDump)
    case .access: read(bytes, as: .access)
    case .dbase: read(bytes, as: .dbase)
    case .memo: read(bytes, as: .dbaseMemo)
    case .spss: read(bytes, as: .spss)
    case .sas: read(bytes, as: .sas)
    case .xpt: read(bytes, as: .sasTransport)
    case .stata: read(bytes, as: .stata)
    case .rdata: read(bytes, as: .rData)
    case .parquet: read(bytes, as: .parquet)
    case .store: read(bytes, as: .pst)
    case .dbx: read(bytes, as: .dbx)
    case .filemaker: read(bytes, as: .fileMaker)
    case .running: TextComparison.run(.running, bytes)
    case .vcard: TextComparison.run(.vcard, bytes)
    case .ical: TextComparison.run(.ical, bytes)
    case .ldif: TextComparison.run(.ldif, bytes)
    case .json: TextComparison.run(.json, bytes)
    case .ndjson: TextComparison.run(.ndjson, bytes)
    case .xml: TextComparison.run(.xml, bytes)
    case .html: TextComparison.run(.html, bytes)
    case .sql: TextComparison.run(.sql, bytes)
    case .csv: TextComparison.run(.delimited(.comma), bytes)
    case .vektis: TextComparison.run(.vektis, bytes)
    case .hl7:
      TextComparison.run(.hl7, bytes)
      read(bytes, as: .hl7)
    case .edifact: TextComparison.run(.edifact, bytes)
    case .chat: TextComparison.run(.chat, bytes)
    case .text: TextComparison.run(nil, bytes)
    case .encoded: readAny(bytes)
    case .runs: TextComparison.run(nil, bytes, isText: false)
    case .wire: WireComparison.run(bytes)
    }
  }

  private func read(_ bytes: [UInt8], as form: TextForm) {
    read(bytes, as: .text(form, .utf8))
  }

  private func read(_ bytes: [UInt8], as type: BinaryType) {
    let detected = ContentType.detect(head: bytes.span, isWhole: true)
    read(bytes, as: Self.isAlike(detected, type) ? detected : .binary(type))
  }

  private func read(_ bytes: [UInt8], as type: ContentType, log: [UInt8] = []) {
    var sink = CheckedSink(byteCount: bytes.count + log.count)
    _ = DocumentExtractor.extract(type, bytes.span, log: log, into: &sink)
    sink.finish()
  }

  /// Reads XML as the form of Office that it has, or as a workbook.
  private func readXML(_ bytes: [UInt8]) {
    let forms: [TextForm] = [.wordXML, .workbookXML, .flatPackage]
    if case .text(let form, let encoding) = ContentType.detect(head: bytes.span, isWhole: true),
      forms.contains(form)
    {
      return read(bytes, as: .text(form, encoding))
    }
    read(bytes, as: .workbookXML)
  }

  /// Reads a document the way a member is read.
  private func readAny(_ bytes: [UInt8]) {
    var sink = CheckedSink(byteCount: bytes.count)
    sink.takeMember(at: [], bytes: bytes)
    sink.finish()
  }

  /// The log begins at its magic number.
  private func readLogged(_ bytes: [UInt8]) {
    let start = bytes.indices.first { index in
      bytes[index...].starts(with: [0x37, 0x7F, 0x06])
    }
    let parts = (bytes[..<(start ?? bytes.endIndex)], bytes[(start ?? bytes.endIndex)...])
    read(Array(parts.0), as: .binary(.sqlite), log: Array(parts.1))
  }

  /// Whether content of the first type is read where the second is sought.
  private static func isAlike(_ detected: ContentType, _ sought: BinaryType) -> Bool {
    guard case .binary(let type) = detected else { return false }
    let families: [[BinaryType]] = [
      [
        .zip, .jar, .docx, .xlsx, .xlsb, .pptx, .vsdx, .ooxml, .odt, .ods, .odp, .epub, .iwork,
        .encryptedZip,
      ],
      [.ole2, .doc, .xls, .ppt, .msg, .vsd, .ooxmlEncrypted],
      [.tiff, .png, .jpeg, .gif, .webp, .bmp, .psd, .heic, .cr3, .jp2],
      [.mp4, .mp3, .wav, .avi, .asf, .ogg, .flac, .mkv, .aiff, .aac, .flv, .midi],
      [.emf, .wmf],
      [
        .iso, .gzip, .bzip2, .xz, .lzma, .lzip, .zstd, .lz4, .compress, .rar, .tar, .cpio,
        .ar, .rpm, .sevenZip,
      ],
    ]
    return families.contains { $0.contains(sought) && $0.contains(type) }
  }
}
