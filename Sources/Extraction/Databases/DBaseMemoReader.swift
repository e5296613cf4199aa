import ContentTypes
import ScanModel

/// Reads the files of memos beside tables of dBase and FoxPro: the memos that a table points to, and those
/// that are left of records that were deleted or changed.
///
/// Which record and column a memo belongs to stands in the table alone: its place is the number of its
/// block. Forms, reports and catalogs of FoxPro keep their texts in such files too.
enum DBaseMemoReader {
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    let head = bytes.extracting(..<min(bytes.count, ContentType.headByteCount))
    guard let form = DBaseMemoForm(head) else { return .partial(.malformed) }
    let blocks = DBaseMemoBlocks(form)
    let codePage = blocks.codePage(bytes)
    var documents: [DBaseMemo] = []
    var window = TextWindow(form: .document)
    var isCut = false
    sink.beginText(at: [])
    var position = blocks.start
    while let memo = blocks.memo(bytes, at: &position), !sink.isCancelled {
      isCut = isCut || memo.isCut
      if memo.isDocument(bytes) {
        documents.append(memo)
        continue
      }
      var text: [UInt8] = []
      codePage.decode(bytes, memo.text, into: &text)
      let separator = window.bytes.isEmpty ? nil : UInt8(ascii: "\n")
      window.appendField(
        text.span, text.indices, behind: separator, label: TextLayout.noLabel, row: memo.number)
      if window.isDue { _ = window.push(into: &sink) }
    }
    _ = window.push(into: &sink, isLast: true)
    sink.endText()
    for memo in documents where !sink.isCancelled { memo.take(bytes, into: &sink) }
    sink.takeRuns(of: blocks.rest(bytes).span)
    if sink.isCancelled { return .partial(.interrupted) }
    if blocks.isCut(bytes) { sink.miss(.malformed, at: []) }
    return isCut ? .partial(.malformed) : .complete
  }
}
