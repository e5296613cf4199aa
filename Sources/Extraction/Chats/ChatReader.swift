import ContentTypes
import ScanModel

/// Reads exported chats as running text, in which the sender of each message is a field.
struct ChatReader {
  private static let senderLabel = Array("Afzender".utf8)
  /// The longest beginning of a message that is looked at.
  private static let entryByteLimit = 256

  private var window = TextWindow(form: .running)
  /// The start of the first line that was not looked at.
  private var start = 0
  /// Whether `start` lies inside a line whose beginning was looked at.
  private var isInLine = false
  /// The number of the line at `start`.
  private var line = 1

  mutating func read<Source: ByteSource & ~Copyable>(
    _ text: inout DecodedText<Source>, into sink: inout some TextSink & ~Copyable
  ) throws(ReadFailure) -> ExtractionOutcome {
    window.takeMemory(of: &text.buffers)
    defer { window.giveMemoryBack(to: &text.buffers) }
    do throws(ReadFailure) {
      while try text.append(to: &window.bytes) {
        if sink.isCancelled { return .partial(.interrupted) }
        takeLines(isLast: false)
        if window.isDue(upTo: start) { start -= window.push(upTo: start, into: &sink) }
      }
    } catch {
      finish(into: &sink)
      throw error
    }
    if sink.isCancelled { return .partial(.interrupted) }
    finish(into: &sink)
    return .complete
  }

  private mutating func finish(into sink: inout some TextSink & ~Copyable) {
    takeLines(isLast: true)
    _ = window.push(into: &sink, isLast: true)
  }

  /// Makes fields of the senders of all messages whose beginnings have been read.
  private mutating func takeLines(isLast: Bool) {
    while start < window.bytes.count {
      let end = window.bytes.span.lineFeed(start..<window.bytes.count)
      if !isInLine {
        let lineEnd = min(end ?? window.bytes.count, start + Self.entryByteLimit)
        guard end != nil || isLast || lineEnd - start == Self.entryByteLimit else { return }
        takeEntry(start..<lineEnd)
      }
      isInLine = end == nil
      start = end.map { $0 + 1 } ?? window.bytes.count
      if end != nil { line += 1 }
    }
  }

  private mutating func takeEntry(_ range: Range<Int>) {
    guard let entry = ChatEntry(window.bytes.span, range) else { return }
    let label = window.label(Self.senderLabel)
    window.add(TextField(range: entry.sender, label: label, row: line, column: 1))
  }
}
