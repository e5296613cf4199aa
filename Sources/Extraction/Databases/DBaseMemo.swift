import ContentTypes
import ScanModel

/// A memo in a file of memos.
struct DBaseMemo {
  /// The number of its first block, by which a table points to it.
  let number: Int
  let text: Range<Int>
  /// Whether it is a picture or an object, not a text.
  let isObject: Bool
  /// Whether it reaches behind the end of the file.
  let isCut: Bool

  /// Whether it is more than text as it stands: RTF, a picture, an object.
  func isDocument(_ bytes: Span<UInt8>) -> Bool {
    guard case .text(let form, _) = type(of: bytes) else { return true }
    return isObject || DocumentExtractor.reads(form)
  }

  /// Reads it as what it is, or for the runs of text in it.
  func take<Sink: DocumentSink & ~Copyable>(_ bytes: Span<UInt8>, into sink: inout Sink) {
    let parts = [DocumentPart.member("\(number)")]
    guard text.count <= sink.context.limits.bytesInMemory else {
      return sink.miss(.limit, at: parts)
    }
    let value = bytes.extracting(text)
    let type = type(of: bytes)
    var isRead = DocumentExtractor.reads(type)
    if case .text = type { isRead = true }
    guard isRead else { return sink.takeRuns(of: value) }
    var copy: [UInt8] = []
    copy.append(value, value.indices)
    sink.takeMember(at: parts, bytes: copy)
  }

  private func type(of bytes: Span<UInt8>) -> ContentType {
    let head = bytes.extracting(text.prefix(ContentType.headByteCount))
    return ContentType.detect(head: head, isWhole: text.count < ContentType.headByteCount)
  }
}
