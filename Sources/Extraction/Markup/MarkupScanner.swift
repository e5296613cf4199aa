/// Scans XML and HTML in one pass: finds tags, references, comments and the text between them.
///
/// What looks like a tag and has no end within 64 KB is text, and so are a comment, declaration
/// or processing instruction of that kind. Every byte is looked at a bounded number of times.
struct MarkupScanner<Handler: MarkupHandler>: TreeScanning {
  /// What the next byte is part of.
  private enum Place {
    case content
    case characterData
    /// The internal subset of a DOCTYPE.
    case subset
    /// The text of an element that only its end tag ends.
    case raw
  }

  var handler = Handler()
  var text: TreeText {
    get { handler.text }
    _modify { yield &handler.text }
  }
  var isMalformed: Bool { handler.isMalformed }

  private let references = MarkupReferences(isHTML: Handler.isHTML)
  private var place = Place.content
  /// What ends raw text, in lower case and without `>`.
  private var endTag: [UInt8] = []
  private var tag = MarkupTag()
  /// The line of the source, from 1.
  private var line = 1
  private var searches = MarkupSearches()
  /// What text without tags and references ends at, and the ends of its lines.
  private var contentMarks = MarkSearch(
    for: UInt8(ascii: "<"), or: UInt8(ascii: "&"), or: UInt8(ascii: "\n"))

  mutating func scan(_ bytes: Span<UInt8>, isLast: Bool) -> Int {
    var position = 0
    while position < bytes.count {
      let next =
        switch place {
        case .content: scanContent(bytes, from: position, isLast: isLast)
        case .characterData: scanCharacterData(bytes, from: position, isLast: isLast)
        case .subset: scanSubset(bytes, from: position, isLast: isLast)
        case .raw: scanRaw(bytes, from: position, isLast: isLast)
        }
      guard let next else { break }
      position = next
    }
    searches.advance(by: position)
    contentMarks.advance(by: position)
    if isLast { handler.end() }
    return position
  }

  // MARK: Content

  private mutating func scanContent(
    _ bytes: Span<UInt8>, from start: Int, isLast: Bool
  ) -> Int? {
    switch bytes[start] {
    case UInt8(ascii: "<"): return scanMarkup(bytes, from: start, isLast: isLast)
    case UInt8(ascii: "&"): return scanReference(bytes, from: start, isLast: isLast)
    default: break
    }
    var lineCount = 0
    var position = contentMarks.next(in: bytes, from: start)
    while position < bytes.count, bytes[position] == UInt8(ascii: "\n") {
      lineCount += 1
      position = contentMarks.next(in: bytes, from: position + 1)
    }
    handler.take(bytes, start..<position, line: line)
    line += lineCount
    return position
  }

  private mutating func scanReference(
    _ bytes: Span<UInt8>, from start: Int, isLast: Bool
  ) -> Int? {
    guard isLast || bytes.count - start > MarkupReferences.byteLimit else { return nil }
    guard let (scalar, count) = references.decode(bytes, start..<bytes.count) else {
      return takeAsText(bytes, at: start)
    }
    handler.take(scalar, line: line)
    return start + count
  }

  private mutating func takeAsText(_ bytes: Span<UInt8>, at position: Int) -> Int {
    handler.take(bytes, position..<position + 1, line: line)
    return position + 1
  }

  private mutating func scanMarkup(
    _ bytes: Span<UInt8>, from start: Int, isLast: Bool
  ) -> Int? {
    guard start + 1 < bytes.count else { return isLast ? takeAsText(bytes, at: start) : nil }
    switch bytes[start + 1] {
    case UInt8(ascii: "!"): return scanDeclaration(bytes, from: start, isLast: isLast)
    case UInt8(ascii: "?"):
      return scanAside(
        bytes, start..<start + 2, end: Handler.isHTML ? .angle : .question, isLast: isLast)
    default: break
    }
    switch tag.read(bytes, at: start, line: line, isLast: isLast) {
    case .needsMore: return nil
    case .isText: return takeAsText(bytes, at: start)
    case .found(let end, let line):
      if let next = takeLeaf(bytes, from: end, line: line) {
        self.line = line
        return next
      }
      if tag.isEnd {
        handler.close(tag, in: bytes)
      } else if handler.open(tag, in: bytes) {
        place = .raw
        endTag = Array("</".utf8) + tag.name.map { bytes[$0] | 0x20 }
      }
      self.line = line
      return end
    }
  }

  /// Takes the element of the tag at once that ends at `start`, where that holds nothing but a short
  /// text on one line; returns the position behind its end tag, nil for all others.
  private mutating func takeLeaf(
    _ bytes: Span<UInt8>, from start: Int, line: Int
  ) -> Int? {
    guard !Handler.isHTML, !tag.isEnd, !tag.isEmpty, tag.attributes.isEmpty else { return nil }
    let content = start..<contentMarks.next(in: bytes, from: start)
    let nameStart = content.upperBound &+ 2
    let nameEnd = nameStart &+ tag.name.count
    guard nameEnd < bytes.count, bytes[nameEnd] == UInt8(ascii: ">"),
      bytes[content.upperBound] == UInt8(ascii: "<"),
      bytes[content.upperBound &+ 1] == UInt8(ascii: "/"),
      !content.isEmpty, content.count <= MarkupRun.spaceLimit,
      !bytes[start].isMarkupSpace, !bytes[content.upperBound &- 1].isMarkupSpace
    else { return nil }
    for offset in 0..<tag.name.count
    where bytes[nameStart &+ offset] != bytes[tag.name.lowerBound &+ offset] { return nil }
    guard handler.takeLeaf(tag.name, content, of: bytes, line: line) else { return nil }
    return nameEnd &+ 1
  }

  // MARK: Comments and declarations

  private mutating func scanDeclaration(
    _ bytes: Span<UInt8>, from start: Int, isLast: Bool
  ) -> Int? {
    guard isLast || bytes.count - start >= 9 else { return nil }
    if bytes.holds(Mark.comment, at: start) {
      return scanAside(bytes, start..<start + 4, end: .comment, isLast: isLast)
    }
    if bytes.holds(Mark.characterData, at: start) {
      place = .characterData
      return start + 9
    }
    guard bytes.holds(Mark.doctype, at: start) else {
      return scanAside(bytes, start..<start + 2, end: .angle, isLast: isLast)
    }
    let limit = min(bytes.count, start + MarkupTag.byteLimit)
    var position = start + 9
    while position < limit, !bytes[position].endsDoctypeHead { position += 1 }
    if position == bytes.count, position < start + MarkupTag.byteLimit, !isLast { return nil }
    guard position < limit, bytes[position] == UInt8(ascii: "[") else {
      return scanAside(bytes, start..<start + 2, end: .angle, isLast: isLast)
    }
    handler.takeAside(bytes, start + 2..<position, line: line)
    line += bytes.lineCount(start..<position)
    handler.text.breakLine()
    place = .subset
    return position + 1
  }

  /// Scans what begins with the bytes in `opening` and ends with `end`.
  private mutating func scanAside(
    _ bytes: Span<UInt8>, _ opening: Range<Int>, end: MarkupSearches.End, isLast: Bool
  ) -> Int? {
    switch searches.find(end, in: bytes, from: opening.upperBound, isLast: isLast) {
    case .needsMore: return nil
    case .isText: return takeAsText(bytes, at: opening.lowerBound)
    case .found(let content, let next):
      handler.takeAside(bytes, content, line: line)
      line += bytes.lineCount(content)
      return next
    }
  }

  // MARK: Text without tags

  private mutating func scanCharacterData(
    _ bytes: Span<UInt8>, from start: Int, isLast: Bool
  ) -> Int? {
    var position = start
    while position < bytes.count, bytes[position] != UInt8(ascii: "]") { position += 1 }
    if position > start {
      handler.take(bytes, start..<position, line: line)
      line += bytes.lineCount(start..<position)
      return position
    }
    guard isLast || bytes.count - start >= 3 else { return nil }
    guard bytes.holds(Mark.characterDataEnd, at: start) else { return takeAsText(bytes, at: start) }
    place = .content
    return start + 3
  }

  private mutating func scanSubset(
    _ bytes: Span<UInt8>, from start: Int, isLast: Bool
  ) -> Int? {
    guard bytes[start] == UInt8(ascii: "]") else {
      return takeRawLine(bytes, from: start, until: UInt8(ascii: "]"))
    }
    var position = start + 1
    let limit = min(bytes.count, start + 64)
    while position < limit, bytes[position].isMarkupSpace { position += 1 }
    if position == bytes.count, position < start + 64, !isLast { return nil }
    guard position < limit, bytes[position] == UInt8(ascii: ">") else {
      handler.takeRaw(bytes, start..<start + 1, line: line)
      return start + 1
    }
    handler.endText()
    handler.text.breakLine()
    line += bytes.lineCount(start..<position)
    place = .content
    return position + 1
  }

  private mutating func scanRaw(
    _ bytes: Span<UInt8>, from start: Int, isLast: Bool
  ) -> Int? {
    guard bytes[start] == UInt8(ascii: "<") else {
      return takeRawLine(bytes, from: start, until: UInt8(ascii: "<"))
    }
    guard isLast || bytes.count - start >= endTag.count else { return nil }
    guard bytes.holds(endTag, at: start) else {
      handler.takeRaw(bytes, start..<start + 1, line: line)
      return start + 1
    }
    handler.endText()
    place = .content
    return start
  }

  /// Takes text up to `stop`, or up to and with the end of the line, which ends the field.
  private mutating func takeRawLine(
    _ bytes: Span<UInt8>, from start: Int, until stop: UInt8
  ) -> Int {
    var position = start
    while position < bytes.count, bytes[position] != stop, bytes[position] != UInt8(ascii: "\n") {
      position += 1
    }
    handler.takeRaw(bytes, start..<position, line: line)
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\n") else { return position }
    handler.endText()
    handler.text.breakLine()
    line += 1
    return position + 1
  }
}

private enum Mark {
  static let comment = Array("<!--".utf8)
  static let characterData = Array("<![cdata[".utf8)
  static let characterDataEnd = Array("]]>".utf8)
  static let doctype = Array("<!doctype".utf8)
}

extension Span<UInt8> {
  /// Whether `word`, in lower case, stands at `position`, in any case.
  fileprivate func holds(_ word: [UInt8], at position: Int) -> Bool {
    guard position + word.count <= count else { return false }
    for offset in word.indices {
      let byte = self[position + offset]
      let isLetter = (byte | 0x20) &- UInt8(ascii: "a") < 26
      if (isLetter ? byte | 0x20 : byte) != word[offset] { return false }
    }
    return true
  }

  fileprivate func lineCount(_ range: Range<Int>) -> Int {
    var count = 0
    for index in range where self[index] == UInt8(ascii: "\n") { count += 1 }
    return count
  }
}

extension UInt8 {
  fileprivate var endsDoctypeHead: Bool {
    self == UInt8(ascii: "[") || self == UInt8(ascii: ">") || self == UInt8(ascii: "<")
  }
}
