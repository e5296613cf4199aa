import ContentTypes
import ScanModel

/// Goes through the XML of a part in one pass: tags, references and the text between them.
///
/// Declarations are left out, and what they declare is not expanded.
struct XMLPartScanner: ~Copyable {
  /// What the next byte is part of.
  private enum Place {
    case content, characterData, comment, instruction, declaration, subset
  }

  private var place = Place.content
  private var tag = MarkupTag()
  private var contentMarks = MarkSearch(
    for: UInt8(ascii: "<"), or: UInt8(ascii: "&"), or: UInt8(ascii: "&"))
  private let references = MarkupReferences(isHTML: false)

  /// Hands all of the entry to `handler`; returns why that is not all of it.
  static func read<Sink: DocumentSink & ~Copyable>(
    _ entry: ZipEntry, of archive: borrowing ZipArchive, _ bytes: Span<UInt8>,
    _ handler: inout some XMLPartHandler, into sink: inout Sink
  ) -> PartialReason? {
    guard sink.context.spendEntry() else { return .limit }
    guard !entry.isEncrypted, entry.byteCount <= PackageMembers.streamedByteCount else {
      let source = archive.source(of: entry, in: bytes)
      let failure = source.failure
      var text = DecodedText(head: [], rest: source, encoding: .utf8)
      return read(&text, &handler, into: &sink) ?? failure.reason
    }
    let contents = archive.contents(of: entry, in: bytes)
    var text = DecodedText(
      head: contents.bytes, rest: MemorySource([]), encoding: encoding(of: contents.bytes))
    return read(&text, &handler, into: &sink) ?? contents.failure
  }

  /// Hands all of a file to `handler`; returns why that is not all of it.
  static func read<Sink: DocumentSink & ~Copyable>(
    _ file: [UInt8], _ encoding: TextEncoding, _ handler: inout some XMLPartHandler,
    into sink: inout Sink
  ) -> PartialReason? {
    var text = DecodedText(head: [], rest: MemorySource(file), encoding: encoding)
    return read(&text, &handler, into: &sink)
  }

  private static func encoding(of text: [UInt8]) -> TextEncoding {
    if text.starts(with: [0xFF, 0xFE]) { return .utf16LE }
    return text.starts(with: [0xFE, 0xFF]) ? .utf16BE : .utf8
  }

  /// Hands all of `text` to `handler`; returns why that is not all of it.
  private static func read<Source: ByteSource & ~Copyable, Sink: DocumentSink & ~Copyable>(
    _ text: inout DecodedText<Source>, _ handler: inout some XMLPartHandler,
    into sink: inout Sink
  ) -> PartialReason? {
    var scanner = XMLPartScanner()
    var input: [UInt8] = []
    var isLast = false
    var failure: PartialReason?
    while !isLast {
      do throws(ReadFailure) {
        isLast = try !text.append(to: &input)
      } catch {
        failure = .readError
        isLast = true
      }
      let usedCount = scanner.scan(input.span, isLast: isLast, &handler, into: &sink)
      input.removeSubrange(..<usedCount)
      if sink.isCancelled { return .interrupted }
    }
    return failure
  }

  private mutating func scan<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, isLast: Bool, _ handler: inout some XMLPartHandler,
    into sink: inout Sink
  ) -> Int {
    var position = 0
    while position < bytes.count {
      let next =
        switch place {
        case .content: scanContent(bytes, from: position, isLast, &handler, into: &sink)
        case .characterData: scanCharacterData(bytes, from: position, isLast, &handler)
        case .comment: skip(bytes, past: "-->", from: position, isLast)
        case .instruction: skip(bytes, past: "?>", from: position, isLast)
        case .declaration: skipDeclaration(bytes, from: position)
        case .subset: skip(bytes, past: "]>", from: position, isLast)
        }
      guard let next else { break }
      position = next
    }
    contentMarks.advance(by: position)
    return isLast ? bytes.count : position
  }

  private mutating func scanContent<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, from start: Int, _ isLast: Bool,
    _ handler: inout some XMLPartHandler, into sink: inout Sink
  ) -> Int? {
    switch bytes[start] {
    case UInt8(ascii: "<"):
      return scanMarkup(bytes, from: start, isLast, &handler, into: &sink)
    case UInt8(ascii: "&"):
      guard isLast || bytes.count - start > MarkupReferences.byteLimit else { return nil }
      guard let (scalar, count) = references.decode(bytes, start..<bytes.count) else { break }
      handler.take(scalar)
      return start + count
    default:
      let end = contentMarks.next(in: bytes, from: start)
      handler.take(bytes, start..<end)
      return end
    }
    handler.take(bytes, start..<start + 1)
    return start + 1
  }

  private mutating func scanMarkup<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, from start: Int, _ isLast: Bool,
    _ handler: inout some XMLPartHandler, into sink: inout Sink
  ) -> Int? {
    guard isLast || bytes.count - start >= 9 else { return nil }
    if start + 1 < bytes.count {
      switch bytes[start + 1] {
      case UInt8(ascii: "?"): return begin(.instruction, at: start + 2)
      case UInt8(ascii: "!"): return beginDeclaration(bytes, at: start)
      default: break
      }
    }
    switch tag.read(bytes, at: start, line: 1, isLast: isLast) {
    case .needsMore: return nil
    case .isText:
      handler.take(bytes, start..<start + 1)
      return start + 1
    case .found(let end, _):
      if !tag.isEnd { handler.open(tag, in: bytes, into: &sink) }
      if tag.isEnd || tag.isEmpty { handler.close(into: &sink) }
      return end
    }
  }

  private mutating func beginDeclaration(_ bytes: Span<UInt8>, at start: Int) -> Int {
    if bytes.begins(with: "<!--", at: start) { return begin(.comment, at: start + 4) }
    if bytes.begins(with: "<![CDATA[", at: start) { return begin(.characterData, at: start + 9) }
    return begin(.declaration, at: start + 2)
  }

  private mutating func begin(_ place: Place, at position: Int) -> Int {
    self.place = place
    return position
  }

  private mutating func scanCharacterData(
    _ bytes: Span<UInt8>, from start: Int, _ isLast: Bool,
    _ handler: inout some XMLPartHandler
  ) -> Int? {
    if let end = bytes.position(of: "]]>", from: start) {
      handler.take(bytes, start..<end)
      return begin(.content, at: end + 3)
    }
    let end = isLast ? bytes.count : bytes.count - 2
    guard end > start else { return nil }
    handler.take(bytes, start..<end)
    return end
  }

  /// Skips to behind `mark`, or to where it may begin.
  private mutating func skip(
    _ bytes: Span<UInt8>, past mark: StaticString, from start: Int, _ isLast: Bool
  ) -> Int? {
    if let end = bytes.position(of: mark, from: start) {
      return begin(.content, at: end + mark.utf8CodeUnitCount)
    }
    let end = bytes.count - mark.utf8CodeUnitCount + 1
    return isLast ? bytes.count : end > start ? end : nil
  }

  private mutating func skipDeclaration(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var position = start
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "[") { return begin(.subset, at: position + 1) }
      if bytes[position] == UInt8(ascii: ">") { return begin(.content, at: position + 1) }
      position += 1
    }
    return position
  }
}

extension Span<UInt8> {
  /// The name without its prefix.
  func localName(_ name: Range<Int>) -> Range<Int> {
    var start = name.upperBound
    while start > name.lowerBound, self[start - 1] != UInt8(ascii: ":") { start -= 1 }
    return start..<name.upperBound
  }
}
