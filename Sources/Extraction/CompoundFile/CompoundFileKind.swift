/// What a storage holds, as its streams tell.
enum CompoundFileKind: String {
  case word = "doc"
  case excel = "xls"
  case powerPoint = "ppt"
  case visio = "vsd"
  /// What programs of a suite call alike: documents of WordPerfect, notebooks of Quattro Pro.
  case perfectOffice = "wpd"
  case quattroPro = "quattro-pro"
  case message = "msg"
  case macros = "vba"
  case control = "form-control"
  case thumbnails = "thumbnails"
  case encrypted = "ooxml-encrypted"
  case other = "ole2"

  /// Whether its reader reads some streams by their names and leaves the others.
  var hasStreamsOfOthers: Bool {
    switch self {
    case .word, .excel, .powerPoint: true
    case .visio, .perfectOffice, .quattroPro, .message, .macros, .control, .thumbnails, .encrypted,
      .other:
      false
    }
  }

  init(of storage: CompoundFileEntry, in file: CompoundFile) {
    func has(_ name: StaticString) -> Bool { file.stream(name, in: storage) != nil }
    self =
      if has("__properties_version1.0") {
        .message
      } else if has("EncryptedPackage") || has("EncryptionInfo") {
        .encrypted
      } else if has("WordDocument") {
        .word
      } else if has("Workbook") || has("Book") {
        .excel
      } else if has("PowerPoint Document") {
        .powerPoint
      } else if has("VisioDocument") {
        .visio
      } else if has("PerfectOffice_MAIN") {
        .perfectOffice
      } else if has("NativeContent_MAIN") {
        .quattroPro
      } else if has("PROJECT"), file.entry("VBA", in: storage)?.kind == .storage {
        .macros
      } else if has("contents"), FormControlLayout(classID: storage.classID) != nil {
        .control
      } else if ThumbnailStore.isOne(storage, in: file) {
        .thumbnails
      } else {
        .other
      }
  }
}
