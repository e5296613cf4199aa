import ContentTypes
import ScanModel

/// Looks whether a text holds documents in base64 or hex, which are read behind it.
struct EncodedDocumentSearch {
  /// That of the text.
  var form = TextForm.running
  private(set) var hasFound = false
  /// The last bytes that were looked at: a run may begin in them.
  private var tail: [UInt8] = []

  /// Looks at the next bytes of the text.
  mutating func look(in bytes: Span<UInt8>) {
    guard !hasFound else { return }
    tail.append(bytes, 0..<min(bytes.count, 2 * EncodedRuns.shortest))
    hasFound = isFound(in: tail.span) || isFound(in: bytes)
    if bytes.count >= EncodedRuns.shortest {
      tail.removeAll(keepingCapacity: true)
      tail.append(bytes, bytes.count - EncodedRuns.shortest..<bytes.count)
    } else {
      tail.removeFirst(max(tail.count - EncodedRuns.shortest, 0))
    }
  }

  private func isFound(in bytes: Span<UInt8>) -> Bool {
    var position = 0
    while let run = EncodedRuns.next(in: bytes, from: position) {
      position = run.upperBound
      let isCut = run.upperBound == bytes.count
      let kind = EncodedContent(of: bytes.extracting(run), isCut: isCut)?.kind
      if let kind, form.hasMember(kind, byteCount: run.count, isCut: isCut) { return true }
    }
    return false
  }
}
