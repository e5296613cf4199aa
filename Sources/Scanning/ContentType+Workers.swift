internal import ContentTypes

extension ContentType {
  /// Which worker reads documents of the type.
  var workerKind: DocumentWorkers.Kind {
    switch self {
    case .empty: .ownReaders
    case .text(let form, _):
      switch form {
      case .rtf, .fodt, .fods, .fodp, .fodg, .wordXML, .workbookXML, .flatPackage: .ownReaders
      default: .libraries
      }
    case .binary(let type):
      switch type {
      case .docx, .xlsx, .xlsb, .pptx, .vsdx, .ooxml, .odt, .ods, .odp, .epub, .doc, .xls, .ppt,
        .vsd, .ole2, .emf, .wmf, .sqliteJournal, .dbase, .dbaseMemo, .spss, .sas, .sasTransport,
        .stata, .rData, .onenote, .earlyWord, .write, .wordPerfect, .wordPerfect4, .lotus,
        .quattroPro, .dicom,
        .propertyList, .appleDouble, .desktopStore, .dataMashup, .lnk, .ownerFile, .evtx:
        .ownReaders
      default: type.isImage || type.isRecording ? .ownReaders : .libraries
      }
    }
  }

  /// Whether content of the type holds files or records without end.
  var isContainer: Bool {
    switch self {
    case .empty: false
    case .text(let form, _): form == .mbox || form == .hl7
    case .binary(let type):
      switch type {
      case .zip, .jar, .gzip, .bzip2, .xz, .lzma, .lzip, .zstd, .lz4, .compress, .rar, .tar, .cpio,
        .ar, .rpm,
        .iso, .sevenZip, .prefixedArchive, .cab, .lha, .chm, .sqlite, .access, .dbase, .dbaseMemo,
        .spss, .sas, .sasTransport, .stata, .rData, .parquet, .postgresDump, .pst,
        .dbx, .fileMaker, .evtx:
        true
      default: false
      }
    }
  }
}
