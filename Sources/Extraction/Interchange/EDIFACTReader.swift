package import ScanModel

/// Reads EDIFACT messages: each value becomes a field that its place in the segment names.
///
/// The row of a field is the line of the source, or the number of the segment where segments have no
/// lines of their own; its column is 0.
package struct EDIFACTReader {
  package init() {}

  /// Pushes all of `text` into `sink`.
  package mutating func read<Source: ByteSource & ~Copyable>(
    _ text: inout DecodedText<Source>, into sink: inout some TextSink & ~Copyable
  ) throws(ReadFailure) -> ExtractionOutcome {
    var scanner = EDIFACTScanner()
    return try scanner.scan(&text, into: &sink)
  }
}
