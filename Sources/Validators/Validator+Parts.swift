extension Validator {
  /// How many bytes of a candidate are the value, where its expression may take too much.
  ///
  /// An IBAN ends at the length of its country, whatever words follow it. nil: the whole
  /// candidate is the value.
  package func prefixLength(of text: Span<UInt8>) -> Int? {
    switch self {
    case .iban: IBAN.prefixLength(of: text)
    default: nil
    }
  }

  /// The bytes of a BSN that a valid value holds in a field of its own; nil without one.
  package func embeddedBSN(in text: Span<UInt8>) -> Range<Int>? {
    switch self {
    case .mrz: MRZ.embeddedBSN(in: text)
    default: nil
    }
  }
}
