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
    guard let latitude, let longitude, latitude <= 90, longitude <= 180 else { return }
    let text =
      (isSouth ? "-" : "") + decimal(latitude) + ", " + (isWest ? "-" : "") + decimal(longitude)
    metadata.add(Array(text.utf8), named: Array("GPSPosition".utf8))
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

  /// The number, of at most 180, with six decimals.
  private func decimal(_ degrees: Double) -> String {
    let millionths = Int((degrees * 1_000_000).rounded())
    let decimals = String(millionths % 1_000_000)
    return "\(millionths / 1_000_000)." + String(repeating: "0", count: 6 - decimals.count)
      + decimals
  }
}
