import ContentTypes
import ScanModel

/// Reads what macOS keeps of a file in a second one (`._brief.docx`): its attributes and its resources.
///
/// Source: AppleSingle/AppleDouble Formats, Apple 1990; attributes: copyfile.c of Apple's Libc.
enum AppleDoubleReader {
  /// The kinds of entries that are read.
  private enum Entry {
    static let resources = 2
    static let texts = 3...4
    static let finderInfo = 9
  }
  /// What the Finder keeps, and two bytes to fill it up.
  private static let finderInfoByteCount = 34
  private static let attributesHeaderByteCount = 36
  /// What a fork without resources holds.
  private static let blankMark: StaticString = "This resource fork intentionally left blank"

  static func extract<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    guard bytes.count >= 26 else { return .partial(.malformed) }
    var outcome = ExtractionOutcome.complete
    for number in 0..<Int(bytes.bigEndian16(at: 24)) {
      let place = 26 + 12 * number
      guard place + 12 <= bytes.count else { return .partial(.malformed) }
      let start = bytes.bigEndian32(at: place + 4)
      let end = start + bytes.bigEndian32(at: place + 8)
      guard end <= bytes.count else { return .partial(.malformed) }
      switch bytes.bigEndian32(at: place) {
      case Entry.resources where end > start:
        let fork = bytes.extracting(start..<end)
        if fork.position(of: blankMark, from: 0) != nil { continue }
        sink.takeRuns(of: fork)
        outcome = .partial(.textInBinary)
      case Entry.texts:
        sink.takeText(.running, .utf8, bytes.bytes(start..<end), at: [])
      case Entry.finderInfo
      where end >= start + finderInfoByteCount + attributesHeaderByteCount:
        takeAttributes(in: bytes, from: start + finderInfoByteCount, to: end, into: &sink)
      default: continue
      }
    }
    return outcome
  }

  /// Takes the attributes behind the mark `ATTR`, each a text or a property list.
  private static func takeAttributes<Sink: DocumentSink & ~Copyable>(
    in bytes: Span<UInt8>, from start: Int, to end: Int, into sink: inout Sink
  ) {
    let header = bytes.extracting(start..<end)
    guard header.begins(with: "ATTR", at: 0) else { return }
    var texts: [(text: [UInt8], name: [UInt8])] = []
    var place = start + attributesHeaderByteCount
    for _ in 0..<Int(bytes.bigEndian16(at: start + 34)) {
      guard place + 11 <= end else { break }
      let value = bytes.bigEndian32(at: place)
      let valueEnd = value + bytes.bigEndian32(at: place + 4)
      let nameEnd = place + 11 + Int(bytes[place + 10])
      guard nameEnd <= end, valueEnd <= bytes.count else { break }
      let name = bytes.bytes(place + 11..<nameEnd).filter { $0 != 0 }.repaired
      place = (nameEnd + 3) / 4 * 4
      let content = bytes.extracting(value..<valueEnd)
      if content.begins(with: "bplist", at: 0) {
        sink.takeValue(content, at: [.member(String(decoding: name, as: UTF8.self))])
      } else {
        texts.append((content.bytes(0..<content.count).filter { $0 != 0 }.repaired, name))
      }
    }
    sink.takeTexts(texts, at: [])
  }
}
