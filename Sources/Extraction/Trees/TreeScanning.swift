import ScanModel

/// A scanner that makes fields out of a document as it comes in.
protocol TreeScanning {
  var text: TreeText { get set }
  /// Whether the document could not be followed, so that parts were read as plain text.
  var isMalformed: Bool { get }

  /// Scans `bytes`, which begin where the last call ended; returns how many were used.
  ///
  /// What was not used comes again, with more behind it. If `isLast`, all are used.
  mutating func scan(_ bytes: Span<UInt8>, isLast: Bool) -> Int
}

extension TreeScanning {
  /// Scans all of `source` and pushes its text.
  ///
  /// After a failure, what was read until then is pushed before the error is thrown.
  mutating func scan<Source: ByteSource & ~Copyable>(
    _ source: inout DecodedText<Source>, into sink: inout some TextSink & ~Copyable
  ) throws(ReadFailure) -> ExtractionOutcome {
    text.window.takeMemory(of: &source.buffers)
    defer { text.window.giveMemoryBack(to: &source.buffers) }
    var input: [UInt8] = []
    swap(&input, &source.buffers.ahead)
    input.removeAll(keepingCapacity: true)
    defer { swap(&input, &source.buffers.ahead) }
    var isLast = false
    var failure: ReadFailure?
    while !isLast {
      do throws(ReadFailure) {
        isLast = try !source.append(to: &input)
      } catch {
        failure = error
        isLast = true
      }
      let usedCount = scan(input.span, isLast: isLast)
      input.removeSubrange(..<usedCount)
      let end = text.window.endOfWholeFields
      if text.window.isDue(upTo: end) { _ = text.window.push(upTo: end, into: &sink) }
      if sink.isCancelled { return .partial(.interrupted) }
    }
    _ = text.window.push(into: &sink, isLast: true)
    if let failure { throw failure }
    if isMalformed { return .partial(.malformed) }
    return text.hasEncodedParts ? .partial(.encodedParts) : .complete
  }
}
