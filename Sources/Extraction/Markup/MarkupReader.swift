package import ScanModel

/// Reads XML and HTML, well-formed or not: each text of an element and each attribute becomes a
/// field, and so do comments, declarations and scripts.
///
/// Entities that the document declares are not expanded, and nothing outside of it is read. The
/// row of a field is the line of the source, its column 0.
package struct MarkupReader {
  private let isHTML: Bool

  package init(isHTML: Bool) {
    self.isHTML = isHTML
  }

  /// Pushes all of `text` into `sink`.
  ///
  /// XML that is nested deeper than 1,000 is read without labels from there on; it is malformed then, and
  /// where an element is open at its end.
  package mutating func read<Source: ByteSource & ~Copyable>(
    _ text: inout DecodedText<Source>, into sink: inout some TextSink & ~Copyable
  ) throws(ReadFailure) -> ExtractionOutcome {
    if isHTML {
      var scanner = MarkupScanner<MarkupPage>()
      return try scanner.scan(&text, into: &sink)
    }
    var scanner = MarkupScanner<MarkupTree>()
    return try scanner.scan(&text, into: &sink)
  }
}
