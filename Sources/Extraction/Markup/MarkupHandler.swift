/// What makes fields of the tags and texts that a scanner finds: one for XML, one for HTML.
protocol MarkupHandler {
  static var isHTML: Bool { get }
  var text: TreeText { get set }
  /// Whether nesting was too deep to be followed.
  var isMalformed: Bool { get }

  init()

  /// Takes text without tags and references that begins on line `line` of the source.
  mutating func take(_ bytes: Span<UInt8>, _ range: Range<Int>, line: Int)
  /// Takes the character of a reference.
  mutating func take(_ scalar: Unicode.Scalar, line: Int)
  /// Takes text of a script or an internal subset, to be kept as it is and without a label.
  mutating func takeRaw(_ bytes: Span<UInt8>, _ range: Range<Int>, line: Int)
  /// Takes a start tag; returns whether only its end tag ends its text (`script`).
  mutating func open(_ tag: borrowing MarkupTag, in bytes: Span<UInt8>) -> Bool
  /// Takes a whole element of XML that holds nothing but `content`, without white space at its ends;
  /// returns false where it must be taken in parts.
  mutating func takeLeaf(
    _ name: Range<Int>, _ content: Range<Int>, of bytes: Span<UInt8>, line: Int
  ) -> Bool
  mutating func close(_ tag: borrowing MarkupTag, in bytes: Span<UInt8>)
  /// Takes a comment, declaration or processing instruction.
  mutating func takeAside(_ bytes: Span<UInt8>, _ range: Range<Int>, line: Int)
  /// Ends the text that is open, where it must not go on.
  mutating func endText()
  /// Adds what still waits, at the end of the document.
  mutating func end()
}
