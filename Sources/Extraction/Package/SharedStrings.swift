import ScanModel

/// The texts that the cells of a workbook share, one after the other.
struct SharedStrings: PartContent {
  private var bytes: [UInt8] = []
  /// Where each of them ends.
  private var ends: [UInt32] = []
  private let byteLimit: Int
  private(set) var isOverLimit = false
  private var isInText = false
  /// How deep in the reading aids of Japanese.
  private var phoneticDepth = 0

  init(byteLimit: Int) {
    self.byteLimit = min(byteLimit, 1 << 31)
  }

  /// Gives the text with this number to `body`.
  @inline(__always)
  func withText(_ number: Int, _ body: (Span<UInt8>) -> Void) {
    guard number >= 0, number < ends.count else { return }
    let start = number == 0 ? 0 : Int(ends[number - 1])
    body(bytes.span.extracting(start..<Int(ends[number])))
  }

  mutating func append(_ text: [UInt8]) {
    if bytes.count + text.count <= byteLimit {
      bytes.append(contentsOf: text)
    } else {
      isOverLimit = true
    }
    end()
  }

  private mutating func end() {
    let start = Int(ends.last ?? 0)
    bytes.unescapeCharacters(from: start)
    ends.append(UInt32(bytes.count))
  }

  mutating func begin(_ element: XMLElement, in bytes: Span<UInt8>) {
    isInText = element.name == .t && phoneticDepth == 0
    if element.name == .rPh { phoneticDepth += 1 }
  }

  mutating func end(_ name: OfficeName) {
    isInText = false
    if name == .si { end() }
    if name == .rPh { phoneticDepth -= 1 }
  }

  mutating func take(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    guard isInText else { return }
    guard self.bytes.count + range.count <= byteLimit else { return isOverLimit = true }
    self.bytes.append(bytes, range)
  }

  mutating func take(_ scalar: Unicode.Scalar) {
    if isInText, bytes.count < byteLimit { bytes.append(scalar) }
  }
}

extension [UInt8] {
  /// Replaces `_x000A_` and the like behind `start` by the character that it stands for.
  ///
  /// Source: ECMA-376, part 1, 22.9.2.19 (ST_Xstring).
  mutating func unescapeCharacters(from start: Int) {
    guard var position = self[start...].firstIndex(of: 0x5F) else { return }
    var end = position
    while position < count {
      if self[position] == 0x5F, position + 6 < count, self[position + 1] == 0x78,
        self[position + 6] == 0x5F, let scalar = escapedScalar(at: position + 2)
      {
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
          self[end] = byte
          end += 1
        }
        position += 7
      } else {
        if end != position { self[end] = self[position] }
        end += 1
        position += 1
      }
    }
    removeSubrange(end...)
  }

  private func escapedScalar(at position: Int) -> Unicode.Scalar? {
    var number: UInt32 = 0
    for index in position..<position + 4 {
      guard let digit = self[index].hexadecimalValue else { return nil }
      number = number * 16 + digit
    }
    return Unicode.Scalar(number)
  }
}
