/// A start or end tag: ranges of the bytes that it was found in.
struct MarkupTag {
  /// The bytes that a tag has at most; what is longer is text.
  static let byteLimit = 64 << 10

  struct Attribute {
    let name: Range<Int>
    /// Without quotes; empty where there is none.
    let value: Range<Int>
    /// The line of the source, from 1.
    let row: Int

    /// Whether a `=` follows the name.
    var hasValue: Bool { value.lowerBound > name.upperBound }
  }

  /// How the search for the end of a tag went.
  enum Search {
    /// The tag ends before `end`, on line `line`.
    case found(end: Int, line: Int)
    /// What begins there is no tag, or too long for one.
    case isText
    case needsMore
  }

  private(set) var name = 0..<0
  private(set) var isEnd = false
  /// Whether it ends with `/>`.
  private(set) var isEmpty = false
  private(set) var attributes: [Attribute] = []
  /// The line of the source on which it begins, from 1.
  private(set) var row = 1

  /// Reads the tag at `start`, where there is a `<`, on line `line`.
  mutating func read(
    _ bytes: Span<UInt8>, at start: Int, line: Int, isLast: Bool
  ) -> Search {
    let end = min(bytes.count, start + Self.byteLimit)
    let unfinished =
      isLast || bytes.count - start >= Self.byteLimit ? Search.isText : Search.needsMore
    if !attributes.isEmpty { attributes.removeAll(keepingCapacity: true) }
    isEmpty = false
    row = line
    var line = line
    var position = start + 1
    guard position < end else { return unfinished }
    isEnd = bytes[position] == UInt8(ascii: "/")
    if isEnd { position += 1 }
    guard position < end else { return unfinished }
    guard bytes[position].beginsMarkupName else { return .isText }
    let nameStart = position
    while position < end, !bytes[position].endsMarkupName { position += 1 }
    name = nameStart..<position
    while position < end {
      let byte = bytes[position]
      if byte == UInt8(ascii: ">") {
        isEmpty = bytes[position - 1] == UInt8(ascii: "/")
        return .found(end: position + 1, line: line)
      }
      if byte == UInt8(ascii: "<") { return .isText }
      if byte == UInt8(ascii: "\n") { line += 1 }
      if byte.isMarkupSpace || byte == UInt8(ascii: "/") {
        position += 1
        continue
      }
      guard let next = readAttribute(bytes, position..<end, line: &line) else {
        return unfinished
      }
      position = next
    }
    return unfinished
  }

  /// Reads the attribute at the start of `range`; returns where it ends, nil if beyond `range`.
  private mutating func readAttribute(
    _ bytes: Span<UInt8>, _ range: Range<Int>, line: inout Int
  ) -> Int? {
    let end = range.upperBound
    var position = range.lowerBound + 1
    while position < end, !bytes[position].endsMarkupName, bytes[position] != UInt8(ascii: "=") {
      position += 1
    }
    let name = range.lowerBound..<position
    var next = position
    var nextLine = line
    skipSpace(bytes, &next, end, &nextLine)
    guard next < end, bytes[next] == UInt8(ascii: "=") else {
      attributes.append(Attribute(name: name, value: position..<position, row: line))
      return position < end ? position : nil
    }
    position = next + 1
    line = nextLine
    skipSpace(bytes, &position, end, &line)
    guard position < end else { return nil }
    let row = line
    let quote = bytes[position]
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    if isQuoted { position += 1 }
    let valueStart = position
    while position < end {
      let byte = bytes[position]
      if isQuoted ? byte == quote : byte.endsUnquotedValue { break }
      if byte == UInt8(ascii: "\n") { line += 1 }
      position += 1
    }
    guard position < end else { return nil }
    var valueEnd = position
    if !isQuoted, bytes[position] == UInt8(ascii: ">"), valueEnd > valueStart,
      bytes[valueEnd - 1] == UInt8(ascii: "/")
    {
      valueEnd -= 1
    }
    attributes.append(Attribute(name: name, value: valueStart..<valueEnd, row: row))
    return isQuoted ? position + 1 : position
  }

  private func skipSpace(
    _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int, _ line: inout Int
  ) {
    while position < end, bytes[position].isMarkupSpace {
      if bytes[position] == UInt8(ascii: "\n") { line += 1 }
      position += 1
    }
  }
}

extension UInt8 {
  /// Space, tab, line feed, form feed or carriage return.
  var isMarkupSpace: Bool {
    self <= 0x20 && isControlOrSpace
  }

  private var isControlOrSpace: Bool {
    self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 || self == 0x0C
  }

  /// Whether it begins the name of an element: a letter, `_`, `:` or a part of a character beyond
  /// ASCII.
  fileprivate var beginsMarkupName: Bool {
    (self | 0x20) &- UInt8(ascii: "a") < 26 || self >= 0x80 || self == UInt8(ascii: "_")
      || self == UInt8(ascii: ":")
  }

  fileprivate var endsMarkupName: Bool {
    // Letters lie behind all marks that end a name.
    guard self <= UInt8(ascii: ">") else { return false }
    return isMarkupSpace || self == UInt8(ascii: ">") || self == UInt8(ascii: "/")
      || self == UInt8(ascii: "<")
  }

  fileprivate var endsUnquotedValue: Bool {
    isMarkupSpace || self == UInt8(ascii: ">") || self == UInt8(ascii: "<")
  }
}
