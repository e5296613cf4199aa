/// Any day of the calendar from 1800 to 2099, in the notations of `WrittenDate`.
///
/// Source: the Gregorian calendar; ISO 8601-1 (normal form).
package enum CalendarDate {
  package static func validate(_ text: Span<UInt8>) -> Verdict {
    guard let date = WrittenDate(text) else { return .invalid(.structure) }
    guard (1800...2099).contains(date.year), date.isOnCalendar else { return .invalid(.range) }
    return .valid([])
  }

  /// `yyyy-mm-dd`.
  package static func normalized(_ text: Span<UInt8>) -> [UInt8] {
    WrittenDate(text)?.isoBytes ?? FoldedText.fold(text)
  }
}
