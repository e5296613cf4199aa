/// The lyrics before the last tag of an MP3 file, in fields with a name and a length.
///
/// Source: Lyrics3 version 2.00.
enum LyricsTag {
  private static let footerByteCount = 15
  private static let names: [String: String] = [
    "LYR": "Lyrics", "INF": "Comment", "AUT": "Lyricist", "EAL": "Album", "EAR": "Artist",
    "ETT": "Title", "IMG": "Picture",
  ]

  /// Takes the texts of the tag at the end of `bytes`; returns where it begins, nil where there is none.
  static func readLast(_ bytes: Span<UInt8>, into metadata: inout EmbeddedMetadata) -> Int? {
    let footer = bytes.count - footerByteCount
    guard bytes.begins(with: "LYRICS200", at: footer + 6),
      let byteCount = bytes.decimal(at: footer, count: 6)
    else { return nil }
    let start = footer - byteCount
    guard bytes.begins(with: "LYRICSBEGIN", at: start) else { return nil }
    var position = start + 11
    while position + 8 <= footer, metadata.takesEntry() {
      guard let byteCount = bytes.decimal(at: position + 3, count: 5),
        byteCount <= footer - position - 8
      else {
        metadata.isMalformed = true
        return start
      }
      let name = String(decoding: bytes.bytes(position..<position + 3), as: UTF8.self)
      let text = position + 8..<position + 8 + byteCount
      if let label = names[name] { metadata.add(bytes, text, named: label) }
      position = text.upperBound
    }
    return start
  }
}

extension Span<UInt8> {
  fileprivate func decimal(at position: Int, count: Int) -> Int? {
    guard let range = range(at: position, byteCount: count) else { return nil }
    var number = 0
    for index in range {
      guard 0x30...0x39 ~= self[index] else { return nil }
      number = number * 10 + Int(self[index] - 0x30)
    }
    return number
  }
}
