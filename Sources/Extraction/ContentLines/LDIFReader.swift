package import ScanModel

/// Reads exports of directories (LDIF, RFC 2849): each value becomes a field that the name of its
/// attribute labels.
///
/// The row of a field is the line of the source, its column 0.
package struct LDIFReader {
  package init() {}

  /// Pushes all of `text` into `sink`; long values that are no text, picture or certificate are not
  /// read, and the outcome is partial then.
  package mutating func read<Source: ByteSource & ~Copyable>(
    _ text: inout DecodedText<Source>, into sink: inout some TextSink & ~Copyable
  ) throws(ReadFailure) -> ExtractionOutcome {
    var scanner = LDIFScanner()
    let outcome = try scanner.scan(&text, into: &sink)
    return outcome == .complete && scanner.hasUnread ? .partial(.encodedParts) : outcome
  }
}
