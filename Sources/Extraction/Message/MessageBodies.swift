import ContentTypes
import ScanModel

/// The text of a message in the forms that it is kept in: plain, HTML and RTF.
///
/// HTML and RTF are read where they show a word that the plain text does not have.
struct MessageBodies {
  private let plain: [UInt8]
  private var html: [UInt8]?
  private let rtf: [UInt8]?

  init(_ message: MAPIProperties, _ decoder: inout MAPITextDecoder) {
    plain = message.text(MAPIProperties.body, &decoder) ?? []
    rtf = message.binary(MAPIProperties.compressedRTF)
    switch message[MAPIProperties.html]?.value {
    case .binary(let bytes), .narrowText(let bytes):
      let codePage = message.number(MAPIProperties.internetCodePage)
      html = HTMLCharset.decode(bytes, codePage: codePage, &decoder)
    case .text(let text): html = text
    default: html = nil
    }
  }

  func take<Sink: DocumentSink & ~Copyable>(into sink: inout Sink) {
    let hasPlain = plain.contains { $0 > 0x20 }
    if hasPlain { sink.takeText(.running, .utf8, plain, at: []) }
    if let html, html.contains(where: { $0 > 0x20 }) {
      var check = WordCheck(plain.span, context: sink.context)
      if hasPlain { check.takeText(.html, .utf8, VisibleHTML.of(html.span), at: []) }
      if !hasPlain || check.hasFoundNew { sink.takeText(.html, .utf8, html, at: []) }
    } else if let rtf, !rtf.isEmpty {
      takeRTF(rtf.span, hasPlain: hasPlain, into: &sink)
    }
  }

  private func takeRTF<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, hasPlain: Bool, into sink: inout Sink
  ) {
    guard let unpacked = CompressedRTF.unpack(bytes, limit: sink.context.limits.bytesInMemory)
    else { return sink.miss(.malformed, at: []) }
    guard sink.context.spend(unpacked: unpacked.bytes.count) else {
      return sink.miss(.limit, at: [])
    }
    if !unpacked.isWhole { sink.miss(.malformed, at: []) }
    if hasPlain, !RTFReader.hasNewWords(unpacked.bytes.span, beyond: plain.span, sink.context) {
      return
    }
    let outcome = RTFReader.extract(unpacked.bytes.span, into: &sink)
    if case .partial(let reason) = outcome, unpacked.isWhole { sink.miss(reason, at: []) }
  }
}

extension RTFReader {
  /// Whether the document holds a word that `text` does not have, or a member.
  static func hasNewWords(
    _ bytes: Span<UInt8>, beyond text: Span<UInt8>, _ context: ExtractionContext
  ) -> Bool {
    var check = WordCheck(text, context: context)
    var document = RTFDocument(at: [])
    document.read(bytes, into: &check)
    document.finish(into: &check)
    if let html = document.html {
      check.takeText(.html, .utf8, VisibleHTML.of(html.span), at: [])
    }
    return check.hasFoundNew || !document.members.isEmpty
  }
}
