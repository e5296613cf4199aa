/// What became of an item, as a verification saw it; the raw value is the code of reports.
package enum ItemOutcome: String, Hashable, Sendable {
  /// There and as planned.
  case unchanged
  case changed
  case gone
  /// Still there where it should be gone.
  case stillThere = "still-there"
  /// What is about the person is gone from it.
  case passagesGone = "passages-gone"
  case passagesLeft = "passages-left"
  /// It could not be read, or not wholly.
  case unread
  /// Nothing was read: the verification ended before.
  case notLookedAt = "not-looked-at"
}
