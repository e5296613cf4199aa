/// What the text around the trigger of an expression looks like, wherever the expression matches.
///
/// The trigger is the first place in a match that the search stops at: the first digit, the first
/// byte of some value, or the beginning of a word.
package struct AnchorShape: Hashable, Sendable {
  package enum Trigger: Hashable, Sendable {
    /// The first digit of a run of digits.
    case digitRun
    /// Any digit: the match may begin inside a run.
    case anyDigit
    /// The first such byte of the match.
    case byte(UInt8)
    /// The first byte of a word, which begins the match.
    case word
  }

  package let trigger: Trigger
  /// How many bytes of the match lie before the trigger.
  package let lead: ClosedRange<Int>
  /// The state of the expression's table before the trigger is read; `MatchTable.possible` where it
  /// has no table.
  package internal(set) var start: UInt16
  /// The bytes that can stand directly before the trigger.
  package let behind: ByteSet
  /// The bytes that can stand before that one, and before that.
  package let secondBehind: ByteSet
  package let thirdBehind: ByteSet
  /// Pairs of bytes that cannot stand directly before the trigger.
  package let pairsBarredBehind: [BytePair]
  /// The bytes of which the match up to the trigger is made.
  package let stretch: ByteSet
  /// Where the lead is exact: the bytes with which a match can begin, and those before it.
  package let first: ByteSet
  package let before: ByteSet

  package init(
    trigger: Trigger, lead: ClosedRange<Int>, start: UInt16 = MatchTable.possible,
    behind: ByteSet, secondBehind: ByteSet = .all, thirdBehind: ByteSet = .all,
    pairsBarredBehind: [BytePair] = [], stretch: ByteSet, first: ByteSet, before: ByteSet
  ) {
    self.trigger = trigger
    self.lead = lead
    self.start = start
    self.behind = behind
    self.secondBehind = secondBehind
    self.thirdBehind = thirdBehind
    self.pairsBarredBehind = pairsBarredBehind
    self.stretch = stretch
    self.first = first
    self.before = before
  }
}
