/// Content that is not text; the raw value is the short, stable id of reports.
package enum BinaryType: String, Hashable, Sendable, CaseIterable {
  // Documents
  case pdf, docx, xlsx, xlsb, pptx, vsdx, odt, ods, odp, epub, iwork
  case doc, xls, ppt, msg, vsd, onenote, chm, djvu, tnef, pst, dicom
  /// Folders of Outlook Express 5 and 6.
  case dbx
  /// Databases of FileMaker Pro.
  case fileMaker = "filemaker"
  /// Word 2 for Windows, which is no compound file yet.
  case earlyWord = "word2"
  /// Write for Windows, and Word for DOS.
  case write = "wri"
  /// WordPerfect from 5.0 on.
  case wordPerfect = "wpd"
  /// WordPerfect up to 4.2.
  case wordPerfect4 = "wp42"
  /// Worksheets of Lotus 1-2-3, Symphony and Works.
  case lotus
  /// Notebooks of Quattro Pro that are no compound files.
  case quattroPro = "quattro-pro"
  /// Signed or encrypted content (PKCS #7, CMS).
  case cms = "p7m"
  /// A binary property list of Apple's systems.
  case propertyList = "plist"
  /// The attributes and resources of a file of macOS, in a second file.
  case appleDouble = "apple-double"
  /// What the Finder of macOS keeps of a folder.
  case desktopStore = "ds-store"
  /// The queries in a workbook (Power Query).
  case dataMashup = "data-mashup"
  /// Who has a document of Office open (`~$…`).
  case ownerFile = "office-owner"
  /// A compound file (OLE2) of a kind that its first kilobytes do not tell.
  case ole2
  /// A zip of OOXML parts of a kind that its first kilobytes do not tell.
  case ooxml
  /// Word, Excel or PowerPoint under a password.
  case ooxmlEncrypted = "ooxml-encrypted"
  // Archives and compressed content
  case zip, jar, gzip, bzip2, xz, lzma, lzip, lzop, zstd, lz4, compress, rar, tar, cpio, iso, cab
  /// An archive of Unix, such as a package of Debian.
  case ar
  /// A package of Red Hat and others.
  case rpm
  /// An archive of LHA or LArc.
  case lha
  case sevenZip = "7z"
  /// A zip with at least one entry under a password.
  case encryptedZip = "encrypted-zip"
  /// A zip, 7z or rar behind other bytes, such as those of the program that unpacks it.
  case prefixedArchive = "sfx"
  // Databases and data
  case sqlite, access, dbase, parquet, orc, avro, hdf5
  /// Pages of an SQLite database as they were before they were changed.
  case sqliteJournal = "sqlite-journal"
  /// The file of memos beside a table of dBase or FoxPro.
  case dbaseMemo = "dbase-memo"
  case postgresDump = "pg-dump"
  /// Data files of SPSS.
  case spss = "sav"
  /// Data files of SAS, and those in which it hands them on.
  case sas = "sas7bdat"
  case sasTransport = "xpt"
  /// Data files of Stata.
  case stata = "dta"
  /// Data files of R.
  case rData = "rds"
  // Images, sound and film
  case png, jpeg, gif, tiff, bmp, webp, heic, cr3, ico, psd, jp2, emf, wmf
  case mp3, mp4, wav, aiff, aac, ogg, flac, avi, mkv, asf, mpeg, midi, flv, amr
  // Programs and what belongs to systems
  case elf, pe, wasm, font, pcap, evtx, lnk
  case machO = "mach-o"
  /// What compilers made, for linkers.
  case staticLibrary = "static-library"
  case javaClass = "class"
  case registry
  // Encrypted containers
  case keepass
  case opensslEncrypted = "openssl-encrypted"
  case luks
  /// None of the above.
  case unknown = "binary"

  /// Whether it is a picture of pixels whose metadata can be read.
  package var isImage: Bool {
    switch self {
    case .png, .jpeg, .gif, .tiff, .bmp, .webp, .heic, .cr3, .psd, .jp2: true
    default: false
    }
  }

  /// Whether it is a recording of sound or film: what it says of itself is read, as far as it does.
  package var isRecording: Bool {
    switch self {
    case .mp3, .mp4, .wav, .aiff, .aac, .ogg, .flac, .avi, .mkv, .asf, .mpeg, .midi, .flv, .amr:
      true
    default: false
    }
  }
}
