import ContentTypes
import ScanModel

/// Reads the documents that a text holds in base64 or hex as members, behind the text itself.
package enum EncodedDocuments {
  /// Those of a file that is a text.
  package static func extract<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    guard case .text(let form, let encoding) = ContentType.ofWhole(bytes) else {
      return .partial(.encodedParts)
    }
    return extract(form, encoding, bytes, into: &sink)
  }

  /// Partial where there turns out to be none.
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ form: TextForm, _ encoding: TextEncoding, _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    guard !encoding.isOfASCII else {
      return extract(from: bytes, form, into: &sink)
    }
    guard bytes.count <= sink.context.limits.bytesInMemory else { return .partial(.encodedParts) }
    let text = Charset.decode(bytes, as: encoding)
    return extract(from: text.span, form, into: &sink)
  }

  private static func extract<Sink: DocumentSink & ~Copyable>(
    from text: Span<UInt8>, _ form: TextForm, into sink: inout Sink
  ) -> ExtractionOutcome {
    var outcome = ExtractionOutcome.partial(.encodedParts)
    var number = 0
    var position = 0
    while let run = EncodedRuns.next(in: text, from: position) {
      let border = position
      position = run.upperBound
      guard let content = EncodedContent(of: text.extracting(run), isCut: false) else { continue }
      outcome = .complete
      guard form.hasMember(content.kind, byteCount: run.count, isCut: false) else { continue }
      number += 1
      let parts = [
        DocumentPart.member(
          EncodedName.before(run.lowerBound, in: text, from: border)
            ?? content.name(number: number))
      ]
      guard run.count / 2 <= sink.context.limits.bytesInMemory else {
        sink.miss(.limit, at: parts)
        continue
      }
      sink.takeMember(at: parts, bytes: content.bytes(of: text.extracting(run)))
    }
    return outcome
  }
}

extension TextForm {
  /// Whether what a run of so many bytes encodes is read as a member of a text of this form.
  func hasMember(_ kind: EncodedContent.Kind, byteCount: Int, isCut: Bool) -> Bool {
    switch kind {
    case .document: true
    case .icon: false
    case .picture: !hasPortraits
    // A text that goes on may become too long to be read in place.
    case .text: !readsTextInPlace || byteCount > EmbeddedText.byteLimit || isCut
    }
  }

  /// Whether the reader of the form reads values that are text in base64 itself.
  private var readsTextInPlace: Bool {
    switch self {
    case .json, .ndjson, .xml, .html, .svg: true
    default: false
    }
  }

  /// Whether pictures are those of the people that the text tells of.
  private var hasPortraits: Bool {
    switch self {
    case .vcard, .ldif: true
    default: false
    }
  }
}

extension TextEncoding {
  /// Whether digits are single bytes in it, those of ASCII.
  fileprivate var isOfASCII: Bool {
    switch self {
    case .utf8, .windows1252, .declared: true
    case .utf16LE, .utf16BE, .utf32LE, .utf32BE: false
    }
  }
}
