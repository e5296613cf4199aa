package import ContentTypes
import ScanModel

/// Takes texts and members out of documents: the list of what can be read, and by what.
package enum DocumentExtractor {
  /// Whether there is a reader for documents of the type.
  package static func reads(_ type: ContentType) -> Bool {
    switch type {
    case .empty: false
    case .text(let form, _): reads(form)
    case .binary(let type): reads(type)
    }
  }

  /// Whether texts of this form are documents, with members and parts of their own.
  static func reads(_ form: TextForm) -> Bool {
    switch form {
    case .mail, .mbox, .hl7, .rtf, .fodt, .fods, .fodp, .fodg: true
    case .wordXML, .workbookXML, .flatPackage: true
    default: false
    }
  }

  private static func reads(_ type: BinaryType) -> Bool {
    switch type {
    case .docx, .xlsx, .xlsb, .pptx, .vsdx, .ooxml, .odt, .ods, .odp, .epub, .zip, .jar, .iwork,
      .encryptedZip:
      true
    case .ooxmlEncrypted, .doc, .xls, .ppt, .msg, .vsd, .ole2, .tnef: true
    case .pdf, .cms, .onenote, .earlyWord, .write, .wordPerfect, .wordPerfect4, .lotus, .quattroPro,
      .dicom:
      true
    case .gzip, .bzip2, .xz, .lzma, .lzip, .zstd, .lz4, .compress: true
    case .rar, .tar, .cpio, .ar, .rpm, .iso, .sevenZip, .prefixedArchive, .cab, .lha, .chm: true
    case .sqlite, .sqliteJournal, .access, .dbase, .dbaseMemo, .postgresDump, .pst, .dbx,
      .fileMaker:
      true
    case .spss, .sas, .sasTransport, .stata, .rData, .parquet: true
    case .emf, .wmf: true
    case .propertyList, .appleDouble, .desktopStore, .dataMashup, .lnk, .ownerFile, .evtx: true
    default: type.isImage || type.isRecording
    }
  }

  /// Pushes everything in the document into `sink`; `bytes` hold it whole.
  ///
  /// `log` holds the write-ahead log that lies beside a database, if there is one.
  package static func extract<Sink: DocumentSink & ~Copyable>(
    _ type: ContentType, _ bytes: Span<UInt8>, log: [UInt8] = [], into sink: inout Sink
  ) -> ExtractionOutcome {
    switch type {
    case .empty: .complete
    case .text(let form, let encoding): extract(form, encoding, bytes, into: &sink)
    case .binary(let type): extract(type, bytes, log: log, into: &sink)
    }
  }

  private static func extract<Sink: DocumentSink & ~Copyable>(
    _ form: TextForm, _ encoding: TextEncoding, _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    switch form {
    case .mail: MailReader.extractMessage(bytes, into: &sink)
    case .mbox: MailReader.extractMailbox(bytes, into: &sink)
    case .hl7: HL7Document.extract(bytes, encoding, into: &sink)
    case .rtf: RTFReader.extract(bytes, into: &sink)
    case .fodt, .fods, .fodp, .fodg: OpenDocumentFlatFile.extract(bytes, encoding, into: &sink)
    case .wordXML: OfficeXMLReader.extractWord(bytes, encoding, into: &sink)
    case .workbookXML: OfficeXMLReader.extractWorkbook(bytes, encoding, into: &sink)
    case .flatPackage: OfficeXMLReader.extractPackage(bytes, encoding, into: &sink)
    default: .partial(.malformed)
    }
  }

  private static func extract<Sink: DocumentSink & ~Copyable>(
    _ type: BinaryType, _ bytes: Span<UInt8>, log: [UInt8], into sink: inout Sink
  ) -> ExtractionOutcome {
    switch type {
    case .docx, .xlsx, .xlsb, .pptx, .vsdx, .ooxml, .odt, .ods, .odp, .epub, .zip, .jar, .iwork,
      .encryptedZip:
      PackageReader.extract(type, bytes, into: &sink)
    case .ooxmlEncrypted, .doc, .xls, .ppt, .msg, .vsd, .ole2:
      CompoundFileReader.extract(type, bytes, into: &sink)
    case .tnef: TNEFReader.extract(bytes, into: &sink)
    case .pdf: PDFReader.extract(bytes, into: &sink)
    case .onenote: OneNoteReader.extract(bytes, into: &sink)
    case .earlyWord: EarlyWordReader.extract(bytes, into: &sink)
    case .write: WriteReader.extract(bytes, into: &sink)
    case .wordPerfect: WordPerfectReader.extract(bytes, into: &sink)
    case .wordPerfect4: WordPerfect4Reader.extract(bytes, into: &sink)
    case .lotus: LotusReader.extract(bytes, into: &sink)
    case .quattroPro: QuattroReader.extract(bytes, into: &sink)
    case .dicom: DICOMReader.extract(bytes, into: &sink)
    case .cms: CMSReader.extract(bytes, into: &sink)
    case .gzip, .bzip2, .xz, .lzma, .lzip, .zstd, .lz4, .compress, .rar, .tar, .cpio, .ar, .iso,
      .sevenZip:
      ArchiveReader.extract(type, bytes, into: &sink)
    case .rpm: RPMReader.extract(bytes, into: &sink)
    case .prefixedArchive: PrefixedArchiveReader.extract(bytes, into: &sink)
    case .sqlite: SQLiteReader.extract(bytes, log: log, into: &sink)
    case .sqliteJournal: SQLiteJournalReader.extract(bytes, into: &sink)
    case .access: AccessReader.extract(bytes, into: &sink)
    case .dbase: DBaseReader.extract(bytes, into: &sink)
    case .dbaseMemo: DBaseMemoReader.extract(bytes, into: &sink)
    case .cab: CabinetReader.extract(bytes, into: &sink)
    case .lha: LHAReader.extract(bytes, into: &sink)
    case .chm: HelpFileReader.extract(bytes, into: &sink)
    case .spss: SPSSReader.extract(bytes, into: &sink)
    case .sas: SASReader.extract(bytes, into: &sink)
    case .sasTransport: SASTransportReader.extract(bytes, into: &sink)
    case .stata: StataReader.extract(bytes, into: &sink)
    case .rData: RDataReader.extract(bytes, into: &sink)
    case .parquet: ParquetReader.extract(bytes, into: &sink)
    case .postgresDump: PostgresDumpReader.extract(bytes, into: &sink)
    case .pst: OutlookStoreReader.extract(bytes, into: &sink)
    case .dbx: DBXReader.extract(bytes, into: &sink)
    case .fileMaker: FileMakerReader.extract(bytes, into: &sink)
    case _ where type.isImage: ImageReader.extract(type, bytes, into: &sink)
    case _ where type.isRecording: MediaReader.extract(type, bytes, into: &sink)
    case .propertyList: PropertyListReader.extract(bytes, into: &sink)
    case .appleDouble: AppleDoubleReader.extract(bytes, into: &sink)
    case .desktopStore: DesktopStoreReader.extract(bytes, into: &sink)
    case .lnk: ShortcutReader.extract(bytes, into: &sink)
    case .ownerFile: OwnerFileReader.extract(bytes, into: &sink)
    case .evtx: EventLogReader.extract(bytes, into: &sink)
    case .dataMashup: DataMashupReader.extract(bytes, into: &sink)
    case .emf: MetafileReader.extractEnhanced(bytes, into: &sink)
    case .wmf: MetafileReader.extractPlain(bytes, into: &sink)
    default: .partial(.malformed)
    }
  }
}
