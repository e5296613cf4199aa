/// Where a picture was taken, gathered from the entries of a directory of positions.
struct TIFFPosition {
  private var latitude: Double?
  private var longitude: Double?
  private var isSouth = false
  private var isWest = false

  /// Keeps what the entry says of the position.
  mutating func take(_ entry: TIFFEntry, _ bytes: Span<UInt8>, _ order: ByteOrder) {
    guard !entry.content.isEmpty else { return }
    let first = bytes[entry.content.lowerBound] & 0xDF
    switch entry.tag {
    case 1: isSouth = first == UInt8(ascii: "S")
    case 2: latitude = degrees(entry, bytes, order)
    case 3: isWest = first == UInt8(ascii: "W")
    case 4: longitude = degrees(entry, bytes, order)
    default: break
    }
  }

  /// Adds the position in degrees, such as `52.373056, 4.892222`.
  func pass(to metadata: inout EmbeddedMetadata) {
    guard let latitude, let longitude,
      let position = GeographicPosition(
        latitude: isSouth ? -latitude : latitude, longitude: isWest ? -longitude : longitude)
    else { return }
    metadata.add(position.text, named: "GPSPosition")
  }

  /// Degrees, minutes and seconds as degrees.
  private func degrees(
    _ entry: TIFFEntry, _ bytes: Span<UInt8>, _ order: ByteOrder
  ) -> Double? {
    guard let degrees = entry.quotient(bytes, order, at: 0) else { return nil }
    let minutes = entry.quotient(bytes, order, at: 1) ?? 0
    let seconds = entry.quotient(bytes, order, at: 2) ?? 0
    return degrees + minutes / 60 + seconds / 3600
  }
}
