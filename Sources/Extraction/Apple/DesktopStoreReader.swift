import ScanModel

/// Reads what the Finder of macOS keeps of the files in a folder (`.DS_Store`): their names, and remarks on
/// them, also of files that are gone.
///
/// Records lie in a tree, and where they once lay. Each is a name behind its length, four letters of what is
/// told of it, and four of the form in which that is told; by these the records are found wherever they lie.
///
/// Source: Wim Lewis, DS_Store Format.
enum DesktopStoreReader {
  private static let forms: Set<Int> = Set(
    ["bool", "long", "shor", "type", "comp", "dutc", "blob", "ustr"].map {
      $0.utf8.reduce(0) { $0 << 8 | Int($1) }
    })
  private static let longestName = 255
  private static let remarkForm = 0x7573_7472

  static func extract<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    var texts: [(text: [UInt8], name: [UInt8])] = []
    var known: Set<[UInt8]> = []
    func add(_ text: [UInt8]) {
      if known.insert(text).inserted { texts.append((text, [])) }
    }
    var position = 12
    while position + 4 <= bytes.count, !sink.isCancelled {
      guard bytes[position].isASCIILetter else {
        position += 1
        continue
      }
      let form = bytes.bigEndian32(at: position)
      guard forms.contains(form),
        let name = name(before: position - 4, in: bytes)
      else {
        position += 1
        continue
      }
      add(bytes.utf16Text(in: name, .big))
      position += 4
      if form == remarkForm, let remark = text(from: position, in: bytes) {
        add(bytes.utf16Text(in: remark, .big))
        position = remark.upperBound
      }
    }
    sink.takeTexts(texts, at: [])
    return sink.isCancelled ? .partial(.interrupted) : .complete
  }

  /// The name that ends before `end` and has its length, in units of 16 bits, before it.
  private static func name(before end: Int, in bytes: Span<UInt8>) -> Range<Int>? {
    for length in 1...longestName {
      let start = end - 2 * length
      guard start >= 4 else { return nil }
      if bytes.bigEndian32(at: start - 4) == length { return start..<end }
    }
    return nil
  }

  /// The text behind its length at `position`.
  private static func text(from position: Int, in bytes: Span<UInt8>) -> Range<Int>? {
    guard position + 4 <= bytes.count else { return nil }
    let start = position + 4
    let length = bytes.bigEndian32(at: position)
    guard length <= (bytes.count - start) / 2 else { return nil }
    return start..<start + 2 * length
  }
}
