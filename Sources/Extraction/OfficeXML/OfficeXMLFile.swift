import ContentTypes
import ScanModel

/// What is made of an XML document while it is scanned, and passed on between two pieces of it.
protocol OfficeXMLContent: PartContent {
  mutating func passOn<Sink: DocumentSink & ~Copyable>(into sink: inout Sink)
}

/// Scans a file that is one XML document piece by piece.
enum OfficeXMLFile {
  /// Returns why the file was not read whole, if so.
  static func scan<Content: OfficeXMLContent, Sink: DocumentSink & ~Copyable>(
    _ file: [UInt8], _ encoding: TextEncoding, into content: inout Content, of sink: inout Sink
  ) -> PartialReason? {
    var text = DecodedText(head: [], rest: MemorySource(file), encoding: encoding)
    var scanner = XMLScanner()
    var input: [UInt8] = []
    var isLast = false
    while !isLast, !scanner.hasStopped {
      do throws(ReadFailure) {
        isLast = try !text.append(to: &input)
      } catch {
        return error.reason
      }
      let count = scanner.scan(input.span, isLast: isLast, into: &content)
      input.removeSubrange(..<count)
      content.passOn(into: &sink)
      if sink.isCancelled { return .interrupted }
    }
    return scanner.failure
  }
}
