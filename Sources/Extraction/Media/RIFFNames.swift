/// What the chunks of texts in WAV and AVI are called.
enum RIFFNames {
  /// The label of a chunk that is a text; nil where it is not known to be one.
  static func label(of name: String) -> String? { labels[name] }

  /// Source: Multimedia Programming Interface and Data Specifications 1.0, 2-14; Exif 2.2, 5.6; what
  /// exiftool calls those of later programs.
  private static let labels: [String: String] = [
    "IARL": "ArchivalLocation", "IART": "Artist", "ICMS": "Commissioned", "ICMT": "Comment",
    "ICOP": "Copyright", "ICRD": "DateCreated", "IENG": "Engineer", "IGNR": "Genre",
    "IKEY": "Keywords", "IMED": "Medium", "INAM": "Title", "IPRD": "Product", "ISBJ": "Subject",
    "ISFT": "Software", "ISRC": "Source", "ISRF": "SourceForm", "ITCH": "Technician",
    "IAS1": "Language", "ILNG": "Language", "IBSU": "BaseURL", "ICNT": "Country",
    "ICDS": "CostumeDesigner", "ICNM": "Cinematographer", "ICAS": "DefaultAudioStream",
    "IDIT": "DateTimeOriginal", "IDST": "DistributedBy", "IEDT": "EditedBy", "IENC": "EncodedBy",
    "ILYC": "Lyrics", "ILIU": "LogoURL", "ILGU": "LogoIconURL", "IMIT": "MoreInfoText",
    "IMIU": "MoreInfoURL", "IMUS": "MusicBy", "IPDS": "ProductionDesigner", "IPRO": "ProducedBy",
    "IRIP": "RippedBy", "ISTD": "ProductionStudio", "ISTR": "Starring", "ITRK": "Track",
    "IWMU": "WatermarkURL", "IWRI": "WrittenBy", "ISMP": "TimeCode", "TITL": "Title",
    "DIRC": "Director", "COMM": "Comment", "STAR": "Starring", "YEAR": "Year", "GENR": "Genre",
    "LYRC": "Lyrics", "strn": "StreamName", "labl": "Label", "note": "Note",
    "erel": "RelatedImageFile", "etim": "TimeCreated", "ecor": "Make", "emdl": "Model",
    "eucm": "UserComment",
  ]
}
