import ScanModel

/// Reads the runs of text that lie in content which is no text, and nothing else of it.
///
/// A run is at least 6 characters long: of printable ASCII with tabs and line ends and of UTF-8
/// (characters of two or three bytes), or of Latin letters and marks in UTF-16LE. Each becomes a
/// paragraph, so that nothing joins over what lies between two; lines count in what was read.
/// Packed and encrypted content gives next to nothing.
struct BinaryTextReader {
  private static let chunkByteCount = 256 << 10

  private var window = TextWindow(form: .running)
  private var runs = BinaryTextRuns()

  /// Pushes the runs of a source into `sink`; the outcome is always partial.
  mutating func read(
    head: [UInt8], rest: consuming some ByteSource & ~Copyable, buffers: inout TextBuffers,
    into sink: inout some TextSink & ~Copyable
  ) throws(ReadFailure) -> ExtractionOutcome {
    var source = rest
    window.takeMemory(of: &buffers)
    defer { window.giveMemoryBack(to: &buffers) }
    buffers.undecoded.removeAll(keepingCapacity: true)
    buffers.undecoded.append(contentsOf: BinaryTextRuns.border)
    buffers.undecoded.append(contentsOf: head)
    var failure: ReadFailure?
    var isAtEnd = false
    while !isAtEnd {
      if sink.isCancelled { return .partial(.interrupted) }
      do throws(ReadFailure) {
        isAtEnd =
          try buffers.undecoded.append(from: &source, byteCount: Self.chunkByteCount) == 0
      } catch {
        failure = error
        isAtEnd = true
      }
      if isAtEnd { buffers.undecoded.append(contentsOf: BinaryTextRuns.border) }
      runs.take(buffers.undecoded.span, isLast: isAtEnd, to: &window.bytes)
      buffers.undecoded.removeSubrange(..<runs.dropTaken())
      if window.isDue { _ = window.push(into: &sink) }
    }
    _ = window.push(into: &sink, isLast: true)
    if let failure { throw failure }
    return .partial(.textInBinary)
  }
}
