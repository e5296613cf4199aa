/// The data sets of IPTC: captions, names, places and contacts that editors write into pictures.
///
/// Source: IPTC-NAA Information Interchange Model, version 4.2.
enum IPTCRecords {
  /// Takes the texts of the application record in `range`.
  static func read(
    _ bytes: Span<UInt8>, _ range: Range<Int>, into metadata: inout EmbeddedMetadata
  ) {
    let bytes = bytes.extracting(range)
    var position = 0
    while position + 5 <= bytes.count, bytes[position] == 0x1C {
      let record = bytes[position + 1]
      let number = Int(bytes[position + 2])
      guard var byteCount = bytes.integer(at: position + 3, byteCount: 2, .big) else { return }
      var start = position + 5
      if byteCount >= 0x8000 {
        // The length of an extended data set is that of its length.
        let lengthByteCount = byteCount - 0x8000
        guard lengthByteCount <= 8,
          let extended = bytes.integer(at: start, byteCount: lengthByteCount, .big)
        else { return metadata.isMalformed = true }
        start += lengthByteCount
        byteCount = extended
      }
      guard let value = bytes.range(at: start, byteCount: byteCount) else {
        return metadata.isMalformed = true
      }
      if record == 2, isText(number) {
        metadata.add(bytes, value, named: names[number] ?? "")
      }
      position = value.upperBound
    }
  }

  /// Whether the data set holds text and not the version, a picture or a preview.
  private static func isText(_ number: Int) -> Bool {
    number != 0 && number != 125 && !(200...202 ~= number)
  }

  private static let names: [Int: String] = [
    5: "ObjectName", 7: "EditStatus", 15: "Category", 20: "SupplementalCategories",
    25: "Keywords", 26: "ContentLocationCode", 27: "ContentLocationName",
    40: "SpecialInstructions", 55: "DateCreated", 60: "TimeCreated",
    65: "OriginatingProgram", 80: "By-line", 85: "By-lineTitle", 90: "City",
    92: "Sub-location", 95: "Province-State", 100: "CountryCode", 101: "Country",
    103: "TransmissionReference", 105: "Headline", 110: "Credit", 115: "Source",
    116: "CopyrightNotice", 118: "Contact", 120: "Caption", 122: "Writer-Editor",
  ]
}
