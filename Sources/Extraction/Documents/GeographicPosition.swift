/// A position on earth in degrees, as pictures and films tell where they were taken.
struct GeographicPosition {
  private let latitude: Double
  private let longitude: Double

  /// Returns nil where there is no such position; the south and the west are below zero.
  init?(latitude: Double, longitude: Double) {
    guard abs(latitude) <= 90, abs(longitude) <= 180 else { return nil }
    self.latitude = latitude
    self.longitude = longitude
  }

  /// Such as `52.373056, -4.892222`.
  var text: String { "\(Self.decimal(latitude)), \(Self.decimal(longitude))" }

  /// The number with six decimals.
  private static func decimal(_ degrees: Double) -> String {
    let millionths = Int((abs(degrees) * 1_000_000).rounded())
    let decimals = String(millionths % 1_000_000)
    return (degrees < 0 ? "-" : "") + "\(millionths / 1_000_000)."
      + String(repeating: "0", count: 6 - decimals.count) + decimals
  }
}
