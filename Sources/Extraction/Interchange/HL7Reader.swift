package import ScanModel

/// Reads messages of HL7 version 2: each segment becomes a record, each value a field that its place
/// in the message names.
///
/// The row of a field is the line of the source, its column 0.
package struct HL7Reader {
  package init() {}

  /// Pushes all of `text` into `sink`; documents in a message are not read, and the outcome is partial
  /// then.
  package mutating func read<Source: ByteSource & ~Copyable>(
    _ text: inout DecodedText<Source>, into sink: inout some TextSink & ~Copyable
  ) throws(ReadFailure) -> ExtractionOutcome {
    var scanner = HL7Scanner(attachmentByteLimit: 0)
    let outcome = try scanner.scan(&text, into: &sink)
    return outcome == .complete && scanner.hasUnread ? .partial(.encodedParts) : outcome
  }
}
