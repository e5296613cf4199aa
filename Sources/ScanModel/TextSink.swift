/// Where extractors put what they take out of a document.
package protocol TextSink: ~Copyable {
  /// Takes a block of valid UTF-8 that lives only during the call.
  ///
  /// Blocks of one text come in order. Consecutive blocks overlap: context before and behind
  /// `layout.live` is repeated, and every byte of the text is live in exactly one block.
  mutating func take(_ text: Span<UInt8>, layout: borrowing TextLayout)

  /// Whether the rest of the document is not wanted any more (the run was interrupted).
  var isCancelled: Bool { get }
}
