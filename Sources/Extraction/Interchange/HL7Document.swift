import ContentTypes
import ScanModel

/// Reads messages of HL7 version 2 with the documents in them, which become members.
enum HL7Document {
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, _ encoding: TextEncoding, into sink: inout Sink
  ) -> ExtractionOutcome {
    var scanner = HL7Scanner(attachmentByteLimit: sink.context.limits.bytesInMemory)
    sink.beginText(at: [])
    let outcome = bytes.withUnsafeBytes { memory in
      let source = ExtentSource(memory, [0..<memory.count])
      var text = DecodedText(head: [], rest: source, encoding: encoding)
      do throws(ReadFailure) {
        return try scanner.scan(&text, into: &sink)
      } catch {
        return .partial(error.reason)
      }
    }
    sink.endText()
    for attachment in scanner.attachments {
      sink.takeMember(at: [.member(attachment.name)], bytes: attachment.bytes)
    }
    return outcome == .complete && scanner.hasUnread ? .partial(.limit) : outcome
  }
}
