package import ContentTypes
package import ScanModel

/// Reads content that is text with the reader of its form.
///
/// It keeps the memory that a text took for the next one.
package struct TextExtractor {
  private var buffers = TextBuffers()
  /// Whether the text that was read last holds documents in base64 or hex (`EncodedDocuments`).
  package private(set) var hasEncodedDocuments = false

  package init() {}

  /// Pushes the text of a source into `sink`; returns how far it came.
  ///
  /// `head` holds the bytes that were read from the source to tell its form and encoding; `rest`
  /// gives those behind them. What was read before a failure has been pushed when it is thrown.
  package mutating func extract<Source: ByteSource & ~Copyable>(
    form: TextForm, encoding: TextEncoding, head: [UInt8], rest: consuming Source,
    into sink: inout some TextSink & ~Copyable
  ) throws(ReadFailure) -> ExtractionOutcome {
    var lent = TextBuffers()
    swap(&lent, &buffers)
    var text = DecodedText(head: head, rest: rest, encoding: encoding, buffers: lent)
    lent = TextBuffers()
    text.documents.form = form
    defer {
      swap(&text.buffers, &buffers)
      hasEncodedDocuments = text.documents.hasFound
    }
    return try read(form, &text, into: &sink)
  }

  private func read<Source: ByteSource & ~Copyable>(
    _ form: TextForm, _ text: inout DecodedText<Source>, into sink: inout some TextSink & ~Copyable
  ) throws(ReadFailure) -> ExtractionOutcome {
    switch form {
    case .running:
      var reader = RunningTextReader()
      return try reader.read(&text, into: &sink)
    case .vcard, .ical:
      var reader = ContentLineReader()
      return try reader.read(&text, into: &sink)
    case .ldif:
      var reader = LDIFReader()
      return try reader.read(&text, into: &sink)
    case .hl7:
      var reader = HL7Reader()
      return try reader.read(&text, into: &sink)
    case .edifact:
      var reader = EDIFACTReader()
      return try reader.read(&text, into: &sink)
    case .mail, .mbox:
      var reader = RunningTextReader(content: .mail)
      return try reader.read(&text, into: &sink)
    case .chat:
      var reader = ChatReader()
      return try reader.read(&text, into: &sink)
    case .rtf:
      var reader = RunningTextReader(content: .rtf)
      return try reader.read(&text, into: &sink)
    case .delimited(let delimiter):
      var reader = DelimitedReader(delimiter: delimiter.rawValue)
      return try reader.read(&text, into: &sink)
    case .json, .ndjson:
      var reader = JSONReader(isLines: form == .ndjson)
      return try reader.read(&text, into: &sink)
    case .xml, .html, .svg, .fodt, .fods, .fodp, .fodg, .wordXML, .workbookXML, .flatPackage:
      var reader = MarkupReader(isHTML: form == .html || form == .svg)
      return try reader.read(&text, into: &sink)
    case .sql:
      var reader = SQLReader()
      return try reader.read(&text, into: &sink)
    case .vektis:
      var reader = VektisReader()
      return try reader.read(&text, into: &sink)
    }
  }

  /// Pushes the runs of text in content that is no text; the outcome is always partial.
  package mutating func extractRuns<Source: ByteSource & ~Copyable>(
    head: [UInt8], rest: consuming Source, into sink: inout some TextSink & ~Copyable
  ) throws(ReadFailure) -> ExtractionOutcome {
    var reader = BinaryTextReader()
    return try reader.read(head: head, rest: rest, buffers: &buffers, into: &sink)
  }
}
