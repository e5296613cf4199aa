/// Any text that is not empty, for kinds of which the pattern says all.
package enum PlainText {
  package static func validate(_ text: Span<UInt8>) -> Verdict {
    text.trimmedRange.isEmpty ? .invalid(.length) : .valid([])
  }

  /// Lower case, one space between words.
  package static func normalized(_ text: Span<UInt8>) -> [UInt8] {
    FoldedText.fold(text)
  }
}
