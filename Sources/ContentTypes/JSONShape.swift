/// The shape of JSON, told from other text that begins with a bracket.
enum JSONShape {
  /// `.json` or `.ndjson` where the text from `start` on is an object or an array; nil otherwise.
  static func form(of text: Span<UInt8>, from start: Int, isWhole: Bool) -> TextForm? {
    var start = start
    var isBehindEmpty = false
    while isOpening(text[start]) {
      var scan = Scan(position: start)
      switch scan.value(of: text) {
      case .broken: return scan.hasMember ? .json : nil
      case .cut: return scan.hasMember || (scan.hasElement || !isWhole) ? .json : nil
      case .complete: break
      }
      let next = text.skippingSpace(from: scan.position)
      if next == text.count { return isBehindEmpty ? .ndjson : .json }
      let isEmpty = text.skippingSpace(from: start + 1) == scan.position - 1
      guard isEmpty, isOpening(text[next]) else {
        return form(of: text, behind: scan, from: start, next: next)
      }
      // `{}` tells nothing: what stands behind it does.
      isBehindEmpty = true
      start = next
    }
    return nil
  }

  /// The form of a text in which the value that was scanned from `start` on ends before `next`.
  private static func form(
    of text: Span<UInt8>, behind scan: Scan, from start: Int, next: Int
  ) -> TextForm? {
    guard isOpening(text[next]) else {
      guard scan.hasMember else { return nil }
      let isLine = text.lineEnd(from: start) >= scan.position
      return isLine && hasObjectLine(text, below: scan.position) ? .ndjson : .json
    }
    return text.lineEnd(from: scan.position) < next ? .ndjson : .json
  }

  /// Whether one of the next lines begins with an object, as in logs whose entries are not all JSON.
  private static func hasObjectLine(_ text: Span<UInt8>, below position: Int) -> Bool {
    var end = text.lineEnd(from: position)
    for _ in 0..<20 where end + 1 < text.count {
      if text[end + 1] == UInt8(ascii: "{") { return true }
      end = text.lineEnd(from: end + 1)
    }
    return false
  }

  private static func isOpening(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[")
  }

  /// Goes through one value as far as the head has it, or until it breaks a rule of JSON.
  private struct Scan {
    enum End {
      case complete, cut, broken
    }

    private enum Expectation {
      /// A value; after `[` the end of the array too.
      case value, firstElement
      /// A key; after `{` the end of the object too.
      case key, firstKey
      case colon
      /// A comma or the end of what is open.
      case comma
    }

    private(set) var position: Int
    /// Whether a key with its colon was seen.
    private(set) var hasMember = false
    /// Whether an element of an array and what ends it was seen.
    private(set) var hasElement = false
    /// For every object or array that is open, whether it is an object.
    private var isObject: [Bool] = []

    init(position: Int) {
      self.position = position
    }

    mutating func value(of text: Span<UInt8>) -> End {
      var expected = Expectation.value
      while true {
        position = text.skippingSpace(from: position)
        guard position < text.count else { return .cut }
        let byte = text[position]
        switch (expected, byte) {
        case (.comma, UInt8(ascii: "]")), (.firstElement, UInt8(ascii: "]")),
          (.comma, UInt8(ascii: "}")), (.firstKey, UInt8(ascii: "}")):
          guard isObject.popLast() == (byte == UInt8(ascii: "}")) else { return .broken }
          position += 1
          if isObject.isEmpty { return .complete }
          expected = .comma
        case (.value, UInt8(ascii: "{")), (.firstElement, UInt8(ascii: "{")),
          (.value, UInt8(ascii: "[")), (.firstElement, UInt8(ascii: "[")):
          if isObject.count >= 256 { return .cut }
          isObject.append(byte == UInt8(ascii: "{"))
          position += 1
          expected = byte == UInt8(ascii: "{") ? .firstKey : .firstElement
        case (.value, _), (.firstElement, _):
          if let end = skipScalar(text) { return end }
          expected = .comma
        case (.key, UInt8(ascii: "\"")), (.firstKey, UInt8(ascii: "\"")):
          if let end = skipString(text) { return end }
          expected = .colon
        case (.colon, UInt8(ascii: ":")):
          hasMember = true
          position += 1
          expected = .value
        case (.comma, UInt8(ascii: ",")):
          hasElement = hasElement || isObject.last == false
          position += 1
          expected = isObject.last == true ? .key : .value
        default: return .broken
        }
      }
    }

    /// Passes over a string; nil where it went well.
    private mutating func skipString(_ text: Span<UInt8>) -> End? {
      position += 1
      while position < text.count {
        let end = text.position(
          of: UInt8(ascii: "\""), or: UInt8(ascii: "\\"), from: position)
        // A line feed is no part of a string.
        if text.position(of: UInt8(ascii: "\n"), in: position..<end) < end { return .broken }
        position = end
        guard end < text.count else { break }
        if text[end] == UInt8(ascii: "\"") {
          position += 1
          return nil
        }
        position += 2
      }
      return .cut
    }

    private mutating func skipScalar(_ text: Span<UInt8>) -> End? {
      if text[position] == UInt8(ascii: "\"") { return skipString(text) }
      for word: StaticString in ["true", "false", "null"] where text.has(word, at: position) {
        position += word.utf8CodeUnitCount
        return nil
      }
      guard text[position].isDigit || text[position] == UInt8(ascii: "-") else { return .broken }
      position += 1
      while position < text.count, isNumberByte(text[position]) { position += 1 }
      return position < text.count ? nil : .cut
    }

    private func isNumberByte(_ byte: UInt8) -> Bool {
      byte.isDigit || byte == UInt8(ascii: ".") || byte | 0x20 == UInt8(ascii: "e")
        || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
    }
  }
}
