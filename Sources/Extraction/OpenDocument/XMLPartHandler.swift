import ScanModel

/// What takes the tags and texts of an XML part of a package.
protocol XMLPartHandler {
  /// Takes a start tag; `close` follows, at once where the element is empty.
  mutating func open<Sink: DocumentSink & ~Copyable>(
    _ tag: borrowing MarkupTag, in bytes: Span<UInt8>, into sink: inout Sink)
  mutating func close<Sink: DocumentSink & ~Copyable>(into sink: inout Sink)
  /// Takes text without tags and references.
  mutating func take(_ bytes: Span<UInt8>, _ range: Range<Int>)
  /// Takes the character of a reference.
  mutating func take(_ scalar: Unicode.Scalar)
}
