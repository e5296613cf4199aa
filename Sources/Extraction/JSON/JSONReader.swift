package import ScanModel

/// Reads JSON, and what is meant to be JSON: each string, number and literal becomes a field.
///
/// Also read are values one after the other, comments, commas too many or too few, single quotes,
/// keys without quotes and an assignment or call around a value. What cannot be followed is read
/// as text. A field is labelled by its key and the key above that (`client.bsn`); in an array of
/// rows by the column, where a first row or a list `columns` beside it names the columns. Its row
/// is the line of the source, its column 0. Strings of an array that end with a line feed are lines
/// of one text: nothing is put between them. A long string that is itself a table, JSON or base64 of
/// text is read as that. Keys that may themselves be values are fields too.
///
/// Nesting deeper than 1,000 is read without labels.
package struct JSONReader {
  private let isLines: Bool

  /// With `isLines`, every `{` at the start of a line begins a new value, and strings end with
  /// their line.
  package init(isLines: Bool) {
    self.isLines = isLines
  }

  /// Pushes all of `text` into `sink`.
  package mutating func read<Source: ByteSource & ~Copyable>(
    _ text: inout DecodedText<Source>, into sink: inout some TextSink & ~Copyable
  ) throws(ReadFailure) -> ExtractionOutcome {
    var scanner = JSONScanner(isLines: isLines)
    return try scanner.scan(&text, into: &sink)
  }
}
