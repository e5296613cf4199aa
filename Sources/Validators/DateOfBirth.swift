/// The day on which a person was born (geboortedatum), in the notations of `WrittenDate`.
///
/// The year is 1900...2035, so that a living person is at most about 120; without a clock, the same
/// value always gives the same verdict. Day, or day and month, may be unknown: 19780300,
/// 00-00-1978, 1978.
///
/// Source: Logisch Ontwerp BRP, element 03.10; ISO 8601-1 (normal form).
package enum DateOfBirth {
  package static func validate(_ text: Span<UInt8>) -> Verdict {
    guard let date = WrittenDate(text) else { return .invalid(.structure) }
    guard years.contains(date.year), date.isOnCalendarOrPartlyUnknown else {
      return .invalid(.range)
    }
    return .valid([])
  }

  /// `yyyy-mm-dd`, with 00 for what is unknown.
  package static func normalized(_ text: Span<UInt8>) -> [UInt8] {
    WrittenDate(text)?.isoBytes ?? FoldedText.fold(text)
  }

  private static let years = 1900...2035
}
