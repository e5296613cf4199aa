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
    guard case .text(let form, _) = ContentType.ofWhole(bytes.extracting(text)) else {
      return true
    }
    return isObject || DocumentExtractor.reads(form)
  }

  /// Reads it as what it is, or for the runs of text in it.
  func take<Sink: DocumentSink & ~Copyable>(_ bytes: Span<UInt8>, into sink: inout Sink) {
    sink.takeValue(bytes.extracting(text), at: [.member("\(number)")])
  }
}
