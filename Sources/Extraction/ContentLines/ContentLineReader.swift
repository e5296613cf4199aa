package import ScanModel

/// Reads vCards and calendars: each value becomes a field that its name labels.
///
/// The row of a field is the line of the source, its column 0.
package struct ContentLineReader {
  package init() {}

  /// Pushes all of `text` into `sink`; attachments are not read, and the outcome is partial then.
  package mutating func read<Source: ByteSource & ~Copyable>(
    _ text: inout DecodedText<Source>, into sink: inout some TextSink & ~Copyable
  ) throws(ReadFailure) -> ExtractionOutcome {
    var scanner = ContentLineScanner()
    let outcome = try scanner.scan(&text, into: &sink)
    return outcome == .complete && scanner.hasAttachment ? .partial(.encodedParts) : outcome
  }
}
