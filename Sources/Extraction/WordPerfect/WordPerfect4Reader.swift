import ContentTypes
import ScanModel

/// Reads documents of WordPerfect up to 4.2: text, and notes and headers in their functions.
///
/// Source: what documents of it hold; its marks for hyphens and spaces are those of WordPerfect 5.
enum WordPerfect4Reader {
  private static let shortestAside = 3

  static func extract<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    var text = DocumentText()
    var asides: [[UInt8]] = []
    var isWhole = true
    sink.beginText(at: [])
    var position = 0
    while position < bytes.count, !sink.isCancelled {
      let byte = bytes[position]
      switch byte {
      case 0x0A, 0x0C:
        text.endParagraph()
        text.pushIfDue(into: &sink)
      // A line or page that the program ended.
      case 0x0B, 0x0D, 0xA0: text.append(" ")
      case 0x09, 0x20...0x7E: text.append(bytes, position..<position + 1)
      case 0xA9...0xAB: text.append("-")
      case 0xC0...0xFE:
        guard let end = WordPerfect4Shape.end(ofFunctionAt: position, in: bytes) else {
          isWhole = false
          break
        }
        if byte == WordPerfect4Shape.character {
          text.append(ZipName.decode([bytes[position + 1]]))
        } else {
          asides += runs(in: bytes.extracting(position + 1..<end - 1))
        }
        position = end - 1
      default: break
      }
      position += 1
    }
    text.endParagraph()
    for aside in asides { text.addParagraph(aside) }
    text.finish(into: &sink)
    sink.endText()
    return isWhole ? .complete : .partial(.malformed)
  }

  /// What can be read in a function: a note, a header; the numbers in others are too short for that.
  private static func runs(in bytes: Span<UInt8>) -> [[UInt8]] {
    var runs: [[UInt8]] = []
    var run: [UInt8] = []
    for index in bytes.indices {
      if (0x20...0x7E).contains(bytes[index]) {
        run.append(bytes[index])
      } else if bytes[index] == 0x0D, !run.isEmpty {
        run.append(0x20)
      } else {
        if run.count >= shortestAside { runs.append(run) }
        run = []
      }
    }
    if run.count >= shortestAside { runs.append(run) }
    return runs
  }
}
