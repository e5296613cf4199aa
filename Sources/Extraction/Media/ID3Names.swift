/// What the frames of ID3 are called.
enum ID3Names {
  /// The label of a frame; its own name where it has none.
  static func label(of name: String) -> String { labels[name] ?? name }

  /// Source: ID3 tag version 2.4.0, Native Frames; those of three letters version 2 (2.2).
  private static let labels: [String: String] = [
    "TALB": "Album", "TAL": "Album", "TCOM": "Composer", "TCM": "Composer",
    "TCON": "Genre", "TCO": "Genre", "TCOP": "Copyright", "TCR": "Copyright",
    "TDAT": "Date", "TDA": "Date", "TDEN": "EncodingTime", "TDOR": "OriginalReleaseTime",
    "TDRC": "RecordingTime", "TDRL": "ReleaseTime", "TDTG": "TaggingTime", "TENC": "EncodedBy",
    "TEN": "EncodedBy", "TEXT": "Lyricist", "TXT": "Lyricist", "TFLT": "FileType",
    "TIT1": "Grouping", "TT1": "Grouping", "TIT2": "Title", "TT2": "Title",
    "TIT3": "Subtitle", "TT3": "Subtitle", "TLAN": "Language", "TLA": "Language",
    "TOAL": "OriginalAlbum", "TOT": "OriginalAlbum", "TOFN": "OriginalFileName",
    "TOF": "OriginalFileName", "TOLY": "OriginalLyricist", "TOL": "OriginalLyricist",
    "TOPE": "OriginalArtist", "TOA": "OriginalArtist", "TOWN": "FileOwner",
    "TPE1": "Artist", "TP1": "Artist", "TPE2": "Band", "TP2": "Band", "TPE3": "Conductor",
    "TP3": "Conductor", "TPE4": "InterpretedBy", "TP4": "InterpretedBy", "TPUB": "Publisher",
    "TPB": "Publisher", "TRDA": "RecordingDates", "TRD": "RecordingDates",
    "TRSN": "InternetRadioStationName", "TRSO": "InternetRadioStationOwner",
    "TSRC": "ISRC", "TRC": "ISRC", "TSSE": "EncoderSettings", "TSS": "EncoderSettings",
    "TYER": "Year", "TYE": "Year", "TCAT": "PodcastCategory", "TDES": "PodcastDescription",
    "TKWD": "PodcastKeywords", "TGID": "PodcastID", "COMM": "Comment", "COM": "Comment",
    "USLT": "Lyrics", "ULT": "Lyrics", "WOAR": "ArtistURL", "WAR": "ArtistURL",
    "WOAF": "FileURL", "WAF": "FileURL", "WOAS": "SourceURL", "WAS": "SourceURL",
    "WCOM": "CommercialURL", "WCM": "CommercialURL", "WCOP": "CopyrightURL",
    "WCP": "CopyrightURL", "WPUB": "PublisherURL", "WPB": "PublisherURL", "WXXX": "URL",
    "WXX": "URL", "TRCK": "Track", "TRK": "Track",
    "TPOS": "PartOfSet", "TPA": "PartOfSet", "TBPM": "BeatsPerMinute", "TBP": "BeatsPerMinute",
    "TXXX": "UserDefinedText", "TXX": "UserDefinedText",
  ]
}
