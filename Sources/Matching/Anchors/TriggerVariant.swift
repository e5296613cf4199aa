internal import Anchors

/// One expression with the place of the trigger in its matches.
struct TriggerVariant {
  /// The number of the expression.
  let expression: Int
  /// The number of its pattern.
  let pattern: Int
  /// Whether its matches count only with a label.
  let needsLabel: Bool
  let lead: ClosedRange<Int>
  /// The bytes that can lie between the start of a match and the trigger, where the lead is not
  /// exact.
  let stretch: ByteBits
  /// Where the lead is exact: the bytes with which a match can begin, and those before it.
  let first: ByteBits
  let before: ByteBits
  /// Whether what the text before it says of labels holds for its matches.
  let isLabelledBefore: Bool
  /// Whether the value begins behind the beginning of what it matches (`\K`).
  let keepsOut: Bool
  let isLookalike: Bool
  /// The most bytes that it matches.
  let longest: Int
}
