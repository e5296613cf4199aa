import ScanModel

/// Scans a document of XML in one pass, in pieces of any length.
///
/// It knows elements, text, CDATA and the references of XML; declarations of a DTD are passed over,
/// so that no entity is ever expanded. Elements and attributes are known by their local names.
struct XMLScanner {
  private static let depthLimit = 512
  /// The bytes that a tag or a comment has at most.
  private static let tagByteLimit = 1 << 20

  /// Why the document is not read to its end, or not what XML is.
  private(set) var failure: PartialReason?
  /// How many elements are open.
  private(set) var depth = 0
  private var isInCharacterData = false
  /// Whether nothing more of it is read.
  private(set) var hasStopped = false
  private let names = OfficeNames.all
  private let references = MarkupReferences(isHTML: false)
  private var contentMarks = MarkSearch(
    for: UInt8(ascii: "<"), or: UInt8(ascii: "&"), or: UInt8(ascii: "&"))
  private var tagMarks = MarkSearch(
    for: UInt8(ascii: ">"), or: UInt8(ascii: "\""), or: UInt8(ascii: "'"))

  /// Scans `bytes`, which are valid UTF-8; returns how many are done with: the rest must come again,
  /// with more behind it.
  mutating func scan<Content: XMLContent, Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, isLast: Bool, into content: inout Content,
    of sink: inout Sink
  ) -> Int {
    var position = 0
    while position < bytes.count, !hasStopped {
      let next =
        isInCharacterData
        ? scanCharacterData(bytes, from: position, isLast: isLast, into: &content)
        : scanContent(bytes, from: position, isLast: isLast, into: &content, of: &sink)
      guard let next else { break }
      position = next
    }
    contentMarks.advance(by: position)
    tagMarks.advance(by: position)
    if isLast, depth > 0 || position < bytes.count { fail(.malformed) }
    return position
  }

  private mutating func fail(_ reason: PartialReason) {
    if failure == nil { failure = reason }
  }

  // MARK: Content

  @inline(__always)
  private mutating func scanContent<Content: XMLContent, Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, from start: Int, isLast: Bool, into content: inout Content,
    of sink: inout Sink
  ) -> Int? {
    let byte = bytes[start]
    if byte == UInt8(ascii: "<") {
      return scanMarkup(bytes, from: start, isLast: isLast, into: &content, of: &sink)
    }
    if byte == UInt8(ascii: "&") {
      return scanReference(bytes, from: start, isLast: isLast, into: &content)
    }
    let end = contentMarks.next(in: bytes, from: start)
    content.take(bytes, start..<end)
    return end
  }

  private mutating func scanReference<Content: XMLContent>(
    _ bytes: Span<UInt8>, from start: Int, isLast: Bool, into content: inout Content
  ) -> Int? {
    guard isLast || bytes.count - start > MarkupReferences.byteLimit else { return nil }
    guard let (scalar, count) = references.decode(bytes, start..<bytes.count) else {
      content.take(bytes, start..<start + 1)
      return start + 1
    }
    content.take(scalar)
    return start + count
  }

  @inline(__always)
  private mutating func scanMarkup<Content: XMLContent, Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, from start: Int, isLast: Bool, into content: inout Content,
    of sink: inout Sink
  ) -> Int? {
    guard start &+ 1 < bytes.count else { return nil }
    switch bytes[start &+ 1] {
    case UInt8(ascii: "/"): return scanEndTag(bytes, from: start, into: &content, of: &sink)
    case UInt8(ascii: "!"): return scanDeclaration(bytes, from: start, isLast: isLast)
    case UInt8(ascii: "?"): return skip(bytes, from: start + 2, to: Mark.instructionEnd)
    case 0...0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "="):
      // No tag.
      fail(.malformed)
      content.take(bytes, start..<start + 1)
      return start + 1
    default: return scanTag(bytes, from: start, into: &content, of: &sink)
    }
  }

  // MARK: Tags

  @inline(__always)
  private mutating func scanTag<Content: XMLContent, Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, from start: Int, into content: inout Content,
    of sink: inout Sink
  ) -> Int? {
    var end = tagMarks.next(in: bytes, from: start)
    while end < bytes.count, bytes[end] != UInt8(ascii: ">") {
      let quote = bytes[end]
      repeat {
        end = tagMarks.next(in: bytes, from: end &+ 1)
      } while end < bytes.count
        && bytes[end] != quote
      if end < bytes.count { end = tagMarks.next(in: bytes, from: end &+ 1) }
    }
    guard end < bytes.count else { return unfinished(bytes, from: start) }
    let isEmpty = bytes[end &- 1] == UInt8(ascii: "/")
    let tagEnd = isEmpty ? end &- 1 : end
    let localName = localName(in: bytes, from: start &+ 1, to: tagEnd)
    let name = names.name(in: bytes, localName)
    if depth >= Self.depthLimit {
      fail(.limit)
      hasStopped = true
      return end + 1
    }
    content.begin(
      XMLElement(
        name: name, localName: localName, attributes: localName.upperBound..<tagEnd),
      in: bytes, into: &sink)
    if isEmpty { content.end(name, into: &sink) } else { depth &+= 1 }
    return end &+ 1
  }

  @inline(__always)
  private mutating func scanEndTag<Content: XMLContent, Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, from start: Int, into content: inout Content,
    of sink: inout Sink
  ) -> Int? {
    var nameStart = start &+ 2
    var end = nameStart
    while end < bytes.count {
      let byte = bytes[end]
      if byte == UInt8(ascii: ">") { break }
      end &+= 1
      if byte == UInt8(ascii: ":") { nameStart = end }
    }
    guard end < bytes.count else { return unfinished(bytes, from: start) }
    guard depth > 0 else {
      fail(.malformed)
      return end + 1
    }
    depth &-= 1
    let isPlain = !bytes[end &- 1].isMarkupSpace
    let name = isPlain ? nameStart..<end : localName(in: bytes, from: start &+ 2, to: end)
    content.end(names.name(in: bytes, name), into: &sink)
    return end &+ 1
  }

  /// The name from `start` on without its prefix.
  @inline(__always)
  private func localName(in bytes: Span<UInt8>, from start: Int, to end: Int) -> Range<Int> {
    var nameStart = start
    var position = start
    while position < end, !bytes[position].isMarkupSpace {
      if bytes[position] == UInt8(ascii: ":") { nameStart = position &+ 1 }
      position &+= 1
    }
    return min(nameStart, position)..<position
  }

  /// Waits for the rest of a tag, unless it is too long for one.
  private mutating func unfinished(_ bytes: Span<UInt8>, from start: Int) -> Int? {
    if bytes.count - start > Self.tagByteLimit {
      fail(.malformed)
      hasStopped = true
    }
    return nil
  }

  // MARK: What is no element

  private mutating func scanDeclaration(
    _ bytes: Span<UInt8>, from start: Int, isLast: Bool
  ) -> Int? {
    guard isLast || bytes.count - start >= 9 else { return nil }
    if bytes.hasBytes(Mark.comment, at: start) {
      return skip(bytes, from: start + 4, to: Mark.commentEnd)
    }
    if bytes.hasBytes(Mark.characterData, at: start) {
      isInCharacterData = true
      return start + 9
    }
    // A document type: up to its end, behind the declarations in brackets if there are any.
    var position = start + 2
    var bracketDepth = 0
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "["): bracketDepth += 1
      case UInt8(ascii: "]"): bracketDepth -= 1
      case UInt8(ascii: ">") where bracketDepth <= 0: return position + 1
      default: break
      }
      position += 1
    }
    return unfinished(bytes, from: start)
  }

  private mutating func skip(_ bytes: Span<UInt8>, from start: Int, to mark: [UInt8]) -> Int? {
    var position = start
    while position + mark.count <= bytes.count {
      if bytes.hasBytes(mark, at: position) { return position + mark.count }
      position += 1
    }
    return unfinished(bytes, from: start)
  }

  private mutating func scanCharacterData<Content: XMLContent>(
    _ bytes: Span<UInt8>, from start: Int, isLast: Bool, into content: inout Content
  ) -> Int? {
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: "]") { end += 1 }
    if end > start {
      content.take(bytes, start..<end)
      return end
    }
    guard isLast || bytes.count - start >= 3 else { return nil }
    if bytes.hasBytes(Mark.characterDataEnd, at: start) {
      isInCharacterData = false
      return start + 3
    }
    content.take(bytes, start..<start + 1)
    return start + 1
  }
}

private enum Mark {
  static let comment = Array("<!--".utf8)
  static let commentEnd = Array("-->".utf8)
  static let instructionEnd = Array("?>".utf8)
  static let characterData = Array("<![CDATA[".utf8)
  static let characterDataEnd = Array("]]>".utf8)
}
