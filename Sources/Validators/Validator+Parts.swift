extension Validator {
  /// The bytes of a BSN that a valid value holds in a field of its own; nil without one.
  package func embeddedBSN(in text: Span<UInt8>) -> Range<Int>? {
    switch self {
    case .mrz: MRZ.embeddedBSN(in: text)
    default: nil
    }
  }
}
