/// What stands at one place of RTF.
enum RTFToken {
  case open
  case close
  /// Characters as they are, without line ends.
  case text(Range<Int>, isASCII: Bool)
  /// `\'hh`.
  case byte(UInt8)
  /// A control word that means something here; the cursor has its parameter.
  case word(RTFWord)
  case unknownWord
  /// A control symbol.
  case symbol(UInt8)
  /// What `\bin` counts.
  case binary(Range<Int>)
  case end
}
