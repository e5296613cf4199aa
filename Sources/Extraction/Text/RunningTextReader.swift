package import ScanModel

/// Reads prose, logs and everything else that has no structure of its own as it is.
///
/// The cells of tables that are aligned by spaces, tabs or pipes become fields (`AlignedTable`).
package struct RunningTextReader {
  /// What the text is, which says what of it running text cannot show.
  package enum Content: Hashable, Sendable {
    case plain
    /// Parts in base64 or quoted-printable are not decoded: the outcome is partial then.
    case mail
    /// Escapes and control words are not resolved: the outcome is always partial.
    case rtf
  }

  private let content: Content
  private var window = TextWindow(form: .running)
  private var tables = RunningTextTables()
  private var encodings = TransferEncodingSearch()

  package init(content: Content = .plain) {
    self.content = content
  }

  package mutating func read<Source: ByteSource & ~Copyable>(
    _ text: inout DecodedText<Source>, into sink: inout some TextSink & ~Copyable
  ) throws(ReadFailure) -> ExtractionOutcome {
    window.takeMemory(of: &text.buffers)
    defer { window.giveMemoryBack(to: &text.buffers) }
    do throws(ReadFailure) {
      while try text.append(to: &window.bytes) {
        if sink.isCancelled { return .partial(.interrupted) }
        decide(isLast: false)
        if window.isDue(upTo: tables.decided) { push(into: &sink) }
      }
    } catch {
      finish(into: &sink)
      throw error
    }
    if sink.isCancelled { return .partial(.interrupted) }
    finish(into: &sink)
    switch content {
    case .plain: return .complete
    case .mail: return encodings.hasFound ? .partial(.encodedParts) : .complete
    case .rtf: return .partial(.encodedParts)
    }
  }

  private mutating func decide(isLast: Bool) {
    if content == .mail { encodings.look(in: window.bytes, isLast: isLast) }
    tables.decide(in: &window, isLast: isLast)
  }

  /// Pushes what is decided; the lines that may still become rows of a table stay behind.
  private mutating func push(into sink: inout some TextSink & ~Copyable) {
    let count = window.push(upTo: tables.decided, into: &sink)
    tables.movePositions(down: count, firstLine: window.layout.firstLine)
    encodings.movePositions(down: count)
  }

  private mutating func finish(into sink: inout some TextSink & ~Copyable) {
    decide(isLast: true)
    _ = window.push(into: &sink, isLast: true)
  }
}
