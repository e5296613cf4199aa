/// What the boxes and keys of texts in MP4 and QuickTime are called.
enum MP4Names {
  /// The label of the box whose four letters stand at `position`; the letters where it has none.
  static func label(_ bytes: Span<UInt8>, at position: Int) -> [UInt8] {
    let letters = MetadataText.decoded(bytes.extracting(position..<position + 4))
    return labels[String(decoding: letters, as: UTF8.self)].map { Array($0.utf8) } ?? letters
  }

  /// The label of a key: what Apple calls it, or the whole key of anybody else.
  static func label(ofKey key: [UInt8]) -> [UInt8] {
    let domain = Array("com.apple.quicktime.".utf8)
    let name = key.starts(with: domain) ? Array(key[domain.count...]) : key
    return labels[String(decoding: name, as: UTF8.self)].map { Array($0.utf8) } ?? name
  }

  /// Source: QuickTime File Format Specification, User Data Atoms and Metadata; 3GPP TS 26.244, 8;
  /// the items of iTunes as exiftool and mutagen call them.
  private static let labels: [String: String] = [
    "©nam": "Title", "©ART": "Artist", "©alb": "Album", "©cmt": "Comment", "©day": "Date",
    "©des": "Description", "©inf": "Information", "©cpy": "Copyright", "©aut": "Author",
    "©dir": "Director", "©dis": "Disclaimer", "©enc": "EncodedBy", "©fmt": "Format",
    "©gen": "Genre", "©grp": "Grouping", "©key": "Keywords", "©lyr": "Lyrics", "©mak": "Make",
    "©mod": "Model", "©prd": "Producer", "©PRD": "Product", "©prf": "Performers",
    "©req": "Requirements", "©src": "Source", "©swr": "Software", "©too": "Encoder",
    "©trk": "Track", "©url": "URL", "©wrn": "Warning", "©wrt": "Composer", "©xyz": "GPSPosition",
    "©com": "Composer", "©ope": "Operator", "©own": "Owner", "©isr": "ISRC", "©hst": "HostComputer",
    "©ed1": "Edit", "©nrt": "Narrator", "©pub": "Publisher", "©st3": "Subtitle",
    "aART": "AlbumArtist", "cprt": "Copyright", "desc": "Description", "ldes": "LongDescription",
    "sdes": "Description", "covr": "cover", "keyw": "Keywords", "catg": "Category",
    "purl": "PodcastURL", "egid": "EpisodeID", "tven": "EpisodeID", "tvnn": "Network",
    "tvsh": "Show", "purd": "PurchaseDate", "apID": "AppleStoreAccount", "ownr": "Owner",
    "soar": "SortArtist", "sonm": "SortTitle", "soal": "SortAlbum", "soaa": "SortAlbumArtist",
    "soco": "SortComposer", "sosn": "SortShow", "titl": "Title", "auth": "Author",
    "dscp": "Description", "perf": "Performers", "gnre": "Genre", "albm": "Album",
    "kywd": "Keywords", "rtng": "Rating", "clsf": "Classification", "name": "Name",
    "title": "Title", "artist": "Artist", "author": "Author", "comment": "Comment",
    "copyright": "Copyright", "description": "Description", "director": "Director",
    "information": "Information", "keywords": "Keywords", "make": "Make", "model": "Model",
    "software": "Software", "producer": "Producer", "publisher": "Publisher", "album": "Album",
    "genre": "Genre", "year": "Year", "creationdate": "Date", "displayname": "Name",
    "location.ISO6709": "GPSPosition", "location.name": "LocationName",
    "location.note": "LocationNotes", "location.body": "LocationBody",
  ]
}
