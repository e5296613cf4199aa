/// Why something may not be deleted yet; the raw value is what stands in the file of holds.
package enum HoldGround: String, Hashable, Sendable, CaseIterable {
  /// A complaint, objection or lawsuit.
  case procedure
  /// Restriction of processing (art. 18 AVG).
  case restriction
  /// A term that a law sets.
  case retention
  /// Archiefwet.
  case archiefwet
}
