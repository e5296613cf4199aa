import ContentTypes
import ScanModel

/// The text of an XML part: whole where it is small, in pieces where it is large.
struct PartText: ~Copyable {
  /// Valid UTF-8: what was read and not scanned yet.
  private var bytes: [UInt8]
  private var rest: DecodedText<ZipEntrySource>?
  /// Why the entry was not read whole.
  private var entryFailure: ZipEntryFailure

  init(_ entry: ZipEntry, of archive: borrowing ZipArchive, _ package: Span<UInt8>) {
    entryFailure = ZipEntryFailure()
    bytes = []
    if entry.byteCount <= PackageMembers.streamedByteCount {
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

  /// The bytes of the text at its start.
  var head: [UInt8] { bytes }

  /// Whether all of it is in `head`.
  var isWhole: Bool { rest == nil }

  /// Scans the part to its end; returns why it was not read whole, if so.
  mutating func scan<Content: PartTextContent, Sink: DocumentSink & ~Copyable>(
    into content: inout Content, at parts: [DocumentPart], of sink: inout Sink
  ) -> PartialReason? {
    var scanner = XMLScanner()
    var hasBegun = false
    while true {
      if sink.isCancelled { break }
      let isLast = rest == nil
      let count = scanner.scan(bytes.span, isLast: isLast, into: &content)
      if !hasBegun, !content.isEmpty {
        sink.beginText(at: parts)
        hasBegun = true
      }
      if hasBegun { content.pushIfDue(into: &sink) }
      if isLast || scanner.failure == .limit { break }
      bytes.removeSubrange(..<count)
      read()
    }
    if hasBegun {
      content.finish(into: &sink)
      sink.endText()
    }
    return entryFailure.reason ?? scanner.failure
  }

  /// Scans a part that gives no text of its own.
  mutating func scan(into content: inout some PartContent) -> PartialReason? {
    var scanner = XMLScanner()
    while true {
      let isLast = rest == nil
      let count = scanner.scan(bytes.span, isLast: isLast, into: &content)
      if isLast || scanner.failure == .limit { break }
      bytes.removeSubrange(..<count)
      read()
    }
    return entryFailure.reason ?? scanner.failure
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
    let encoding = encoding(of: bytes.span)
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
