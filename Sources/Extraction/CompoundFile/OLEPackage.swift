/// A file that was dropped into a document: the stream `\u{1}Ole10Native`.
///
/// Its size, two flags, a label, the path it came from, a path for a copy, its bytes. Streams of
/// other programs hold their own bytes behind the size.
///
/// Source: MS-OLEDS 2.3.6; the order within is that of the Packager, as other readers describe it.
struct OLEPackage {
  /// The name of the file; nil where the stream holds something else.
  let name: String?
  /// Where its bytes lie in the stream.
  let content: Range<Int>

  init(_ stream: Span<UInt8>) {
    let whole = min(4, stream.count)..<stream.count
    guard stream.littleUInt16(at: 4) == 2, let labelEnd = stream.nul(from: 6),
      let pathEnd = stream.nul(from: labelEnd + 1),
      let copyLength = stream.littleUInt32(at: pathEnd + 5)
    else {
      name = nil
      content = whole
      return
    }
    let start = pathEnd + 9 + copyLength
    guard let count = stream.littleUInt32(at: start) else {
      name = nil
      content = whole
      return
    }
    var text: [UInt8] = []
    CodePage.windows1252.decode(stream, 6..<labelEnd, into: &text)
    if text.isEmpty { CodePage.windows1252.decode(stream, labelEnd + 1..<pathEnd, into: &text) }
    name = String(decoding: text, as: UTF8.self)
    content = start + 4..<min(start + 4 + count, stream.count)
  }
}

extension Span<UInt8> {
  /// The position of the first NUL from `start` on, within the length of a path.
  fileprivate func nul(from start: Int) -> Int? {
    for position in start..<Swift.max(start, Swift.min(start + 1024, count))
    where self[position] == 0 {
      return position
    }
    return nil
  }
}
