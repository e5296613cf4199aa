package import ScanModel

/// How far an extractor came.
package enum ExtractionOutcome: Hashable, Sendable {
  /// Everything was read and pushed.
  case complete
  /// Everything that could be read was pushed; something is missing.
  case partial(PartialReason)
}
