/// A place in the body of a record, which may go on in CONTINUE records behind it.
///
/// The bodies stand one behind the other; where characters go on in another record, that begins with
/// a byte which tells anew how wide they are.
///
/// Source: MS-XLS 2.5.293, XLUnicodeRichExtendedString.
struct BIFFBody {
  /// Where the bodies of the CONTINUE records begin, in order.
  private let borders: [Int]
  private var borderIndex = 0
  var position: Int

  init(from position: Int = 0, borders: [Int] = []) {
    self.position = position
    self.borders = borders
  }

  /// Goes to the beginning of the first CONTINUE record; false where there is none.
  mutating func moveToContinuation() -> Bool {
    guard let border = borders.first else { return false }
    position = border
    borderIndex = 1
    return true
  }

  /// Reads an unsigned number of two bytes.
  mutating func readUInt16(_ bytes: Span<UInt8>) -> Int? {
    defer { position += 2 }
    return bytes.littleUInt16(at: position)
  }

  mutating func readUInt8(_ bytes: Span<UInt8>) -> Int? {
    guard position >= 0, position < bytes.count else { return nil }
    defer { position += 1 }
    return Int(bytes[position])
  }

  /// Appends a text that begins with its count of characters in two bytes; false where it is cut off.
  mutating func appendText(_ bytes: Span<UInt8>, to text: inout [UInt8]) -> Bool {
    skipBorders()
    guard let count = readUInt16(bytes) else { return false }
    return appendText(bytes, characterCount: count, to: &text)
  }

  /// Appends a text of so many characters, which begins with the byte of its flags.
  mutating func appendText(
    _ bytes: Span<UInt8>, characterCount: Int, to text: inout [UInt8]
  ) -> Bool {
    skipBorders()
    guard let flags = readUInt8(bytes) else { return false }
    var extraByteCount = 0
    if flags & 0x08 != 0 {
      guard let runCount = readUInt16(bytes) else { return false }
      extraByteCount += 4 * runCount
    }
    if flags & 0x04 != 0 {
      guard let byteCount = bytes.littleUInt32(at: position) else { return false }
      extraByteCount += byteCount
      position += 4
    }
    let isWhole = appendCharacters(
      bytes, characterCount, isWide: flags & 1 != 0, to: &text)
    position += extraByteCount
    return isWhole && position <= bytes.count
  }

  private mutating func appendCharacters(
    _ bytes: Span<UInt8>, _ characterCount: Int, isWide: Bool, to text: inout [UInt8]
  ) -> Bool {
    var left = characterCount
    var width = isWide ? 2 : 1
    while left > 0 {
      while borderIndex < borders.count, borders[borderIndex] < position { borderIndex += 1 }
      let isBorder = borderIndex < borders.count
      let end = min(isBorder ? borders[borderIndex] : bytes.count, bytes.count)
      let count = min(left, max(end - position, 0) / width)
      if count > 0 {
        bytes.appendCharacters(position..<position + count * width, width: width, to: &text)
      }
      position += count * width
      left -= count
      guard left > 0 else { break }
      guard isBorder, end < bytes.count else { return false }
      width = bytes[end] & 1 != 0 ? 2 : 1
      position = end + 1
      borderIndex += 1
    }
    return true
  }

  private mutating func skipBorders() {
    while borderIndex < borders.count, borders[borderIndex] <= position { borderIndex += 1 }
  }
}

extension Span<UInt8> {
  /// Appends characters of one byte (Latin-1) or two (UTF-16) as UTF-8.
  func appendCharacters(_ range: Range<Int>, width: Int, to text: inout [UInt8]) {
    guard range.lowerBound >= 0, range.upperBound <= count else { return }
    if width == 2 {
      _ = UTF16Decoding.decode(extracting(range), .little, isLast: true, into: &text)
      return
    }
    var start = range.lowerBound
    for index in range where self[index] >= 0x80 {
      text.append(self, start..<index)
      UTF8Encoding.append(UInt32(self[index]), to: &text)
      start = index + 1
    }
    text.append(self, start..<range.upperBound)
  }

  /// The eight bytes at `position` as a floating-point number; nil where they are not there.
  func littleDouble(at position: Int) -> Double? {
    guard position >= 0 else { return nil }
    return littleUInt64(at: position).map { Double(bitPattern: $0) }
  }

  /// What of `range` lies in the span.
  func inside(_ range: Range<Int>) -> Range<Int> {
    range.clamped(to: 0..<count)
  }
}
