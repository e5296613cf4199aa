import ContentTypes
import Extraction

/// What a reader made of a document, to be compared as a whole.
struct Recording: Hashable {
  let text: String
  let fields: [RecordingSink.Field]
  let outcome: ExtractionOutcome
  let faults: [String]

  /// Reads `document` in chunks of `chunkByteCount` with `read`, usually
  /// `{ text, sink throws(ReadFailure) in try reader.read(&text, into: &sink) }`.
  ///
  /// The first chunk goes in as the head.
  init(
    of document: [UInt8], encoding: TextEncoding = .utf8, chunkByteCount: Int = 1 << 16,
    read: (inout DecodedText<ChunkedSource>, inout RecordingSink) throws(ReadFailure)
      -> ExtractionOutcome
  ) throws(ReadFailure) {
    let head = Array(document.prefix(chunkByteCount))
    let rest = ChunkedSource(
      Array(document.dropFirst(head.count)), chunkByteCount: chunkByteCount)
    var decoded = DecodedText(head: head, rest: rest, encoding: encoding)
    var sink = RecordingSink()
    outcome = try read(&decoded, &sink)
    text = sink.text
    fields = sink.fields
    faults = sink.faults
  }

  /// The fields as `label=text @row:column`, `–` for no label.
  var fieldDescriptions: [String] { fields.map(\.description) }
}
