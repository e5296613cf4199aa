import ContentTypes
import ScanModel

/// The text of an XML part: whole where it is small, in pieces where it is large.
struct PartText: ~Copyable {
  private static let usualPieceByteCount = 256 << 10
  /// From how many bytes on a part is unpacked as it is read: what is larger leaves the cache before
  /// it is scanned.
  private static let streamedByteCount = 1 << 20

  /// Valid UTF-8: what was read and not scanned yet, from `position` on.
  private var bytes: [UInt8]
  private var position = 0
  private var pieceByteCount = usualPieceByteCount
  private var rest: DecodedText<ZipEntrySource>?
  /// Why the entry was not read whole.
  private var entryFailure: ZipEntryFailure

  init(_ entry: ZipEntry, of archive: borrowing ZipArchive, _ package: Span<UInt8>) {
    entryFailure = ZipEntryFailure()
    bytes = []
    if entry.byteCount <= Self.streamedByteCount {
      let contents = archive.contents(of: entry, in: package)
      entryFailure.reason = contents.failure
      rest = nil
      bytes = Self.decoded(contents.bytes)
    } else {
      var source = archive.source(of: entry, in: package)
      entryFailure = source.failure
      var head: [UInt8] = []
      do throws(ReadFailure) {
        _ = try head.append(from: &source, byteCount: 4096)
      } catch {
        entryFailure.reason = .readError
      }
      let encoding = Self.encoding(of: head.span)
      rest = DecodedText(head: head, rest: source, encoding: encoding)
      read()
    }
  }

  /// The text of a file that is a document of XML by itself.
  init(_ file: [UInt8], _ encoding: TextEncoding) {
    entryFailure = ZipEntryFailure()
    rest = nil
    bytes = Self.decoded(file, encoding)
  }

  /// The bytes of the text at its start.
  var head: [UInt8] { bytes }

  /// Whether all of it is in `head`.
  var isWhole: Bool { rest == nil }

  /// Scans the part to its end; returns why it was not read whole, if so.
  mutating func scan<Content: PartContent & PartTextContent, Sink: DocumentSink & ~Copyable>(
    into content: inout Content, at parts: [DocumentPart], of sink: inout Sink
  ) -> PartialReason? {
    var scanner = XMLScanner()
    var hasBegun = false
    while scanPiece(with: &scanner, into: &content, of: &sink), !sink.isCancelled {
      if !hasBegun, !content.isEmpty {
        sink.beginText(at: parts)
        hasBegun = true
      }
      if hasBegun { content.pushIfDue(into: &sink) }
    }
    if !hasBegun, !content.isEmpty {
      sink.beginText(at: parts)
      hasBegun = true
    }
    if hasBegun {
      content.finish(into: &sink)
      sink.endText()
    }
    return entryFailure.reason ?? scanner.failure
  }

  /// Scans a part whose content passes on what it makes by itself, if anything.
  mutating func scan<Sink: DocumentSink & ~Copyable>(
    into content: inout some XMLContent, of sink: inout Sink
  ) -> PartialReason? {
    var scanner = XMLScanner()
    var isMore = true
    while isMore {
      isMore = scanPiece(with: &scanner, into: &content, of: &sink)
      content.passOn(into: &sink)
      if sink.isCancelled { return .interrupted }
    }
    return entryFailure.reason ?? scanner.failure
  }

  /// Scans an entry of a package; returns why that is not all of it, if so.
  static func scan<Sink: DocumentSink & ~Copyable>(
    _ entry: ZipEntry, of archive: borrowing ZipArchive, _ package: Span<UInt8>,
    into content: inout some XMLContent, of sink: inout Sink
  ) -> PartialReason? {
    guard sink.context.spendEntry() else { return .limit }
    var text = PartText(entry, of: archive, package)
    return text.scan(into: &content, of: &sink)
  }

  /// Scans the next piece; false at the end of the part.
  private mutating func scanPiece<Sink: DocumentSink & ~Copyable>(
    with scanner: inout XMLScanner, into content: inout some XMLContent, of sink: inout Sink
  ) -> Bool {
    let end = min(bytes.count, position + pieceByteCount)
    let isLast = end == bytes.count && rest == nil
    let count = Self.scan(
      bytes, position..<end, with: &scanner, isLast: isLast, into: &content, of: &sink)
    if isLast || scanner.hasStopped { return false }
    position += count
    // A tag may be longer than a piece.
    pieceByteCount = count == 0 ? pieceByteCount * 2 : Self.usualPieceByteCount
    if end == bytes.count {
      bytes.removeSubrange(..<position)
      position = 0
      read()
    }
    return true
  }

  private static func scan<Sink: DocumentSink & ~Copyable>(
    _ bytes: [UInt8], _ range: Range<Int>, with scanner: inout XMLScanner, isLast: Bool,
    into content: inout some XMLContent, of sink: inout Sink
  ) -> Int {
    scanner.scan(bytes.span.extracting(range), isLast: isLast, into: &content, of: &sink)
  }

  /// Reads the next piece; `rest` is nil at the end.
  private mutating func read() {
    guard var text = rest.take() else { return }
    do throws(ReadFailure) {
      if try text.append(to: &bytes) { rest = consume text }
    } catch {
      entryFailure.reason = .readError
    }
  }

  private static func decoded(_ bytes: [UInt8]) -> [UInt8] {
    decoded(bytes, encoding(of: bytes.span))
  }

  /// The whole of `bytes` as valid UTF-8.
  static func decoded(_ bytes: [UInt8], _ encoding: TextEncoding) -> [UInt8] {
    if encoding == .utf8, UTF8Check.validEnd(of: bytes.span, from: 0).end == bytes.count {
      return bytes
    }
    var text = DecodedText(head: bytes, rest: MemorySource([]), encoding: encoding)
    var decoded: [UInt8] = []
    do throws(ReadFailure) {
      while try text.append(to: &decoded) {}
    } catch {
      return decoded
    }
    return decoded
  }

  /// UTF-8, unless a mark or the zero bytes of the first characters tell something else.
  private static func encoding(of head: Span<UInt8>) -> TextEncoding {
    guard head.count >= 4 else { return .utf8 }
    switch (head[0], head[1], head[2], head[3]) {
    case (0xFF, 0xFE, 0, 0), (0x3C, 0, 0, 0): return .utf32LE
    case (0, 0, 0xFE, 0xFF), (0, 0, 0, 0x3C): return .utf32BE
    case (0xFF, 0xFE, _, _), (0x3C, 0, _, _): return .utf16LE
    case (0xFE, 0xFF, _, _), (0, 0x3C, _, _): return .utf16BE
    default: return .utf8
    }
  }
}
