/// Finds files that stand in the text of a message as uuencode or yEnc.
enum EncodedFileSearch {
  /// A file in a text.
  struct File {
    /// Its lines in the text, from the one that begins it to the one that ends it.
    var range: Range<Int>
    var name: [UInt8]
    var bytes: [UInt8]
    var isWhole: Bool
  }

  /// The files in `text` in order.
  static func files(in text: Span<UInt8>) -> [File] {
    var files: [File] = []
    var position = 0
    while let start = nextStart(in: text, from: position) {
      if let file = yEncFile(in: text, from: start) ?? uuencodedFile(in: text, from: start) {
        files.append(file)
        position = file.range.upperBound
      } else {
        position = start + 1
      }
    }
    return files
  }

  /// The next line from `start` on that may begin a file.
  private static func nextStart(in text: Span<UInt8>, from start: Int) -> Int? {
    var position = start
    while let found = text.firstPosition(of: "begin ", in: position..<text.count) {
      let lineStart = found >= 2 && text.hasPrefix("=y", at: found - 2) ? found - 2 : found
      if lineStart >= start, lineStart == 0 || text[lineStart - 1].isLineBreak {
        return lineStart
      }
      position = found + 1
    }
    return nil
  }

  /// Source: POSIX, uuencode; each line begins with the count of its bytes.
  private static func uuencodedFile(in text: Span<UInt8>, from start: Int) -> File? {
    let firstLine = text.line(from: start, to: text.count)
    var nameStart = start + "begin ".utf8.count
    let modeStart = nameStart
    while nameStart < firstLine.content.upperBound, (0x30...0x37).contains(text[nameStart]) {
      nameStart += 1
    }
    guard (3...6).contains(nameStart - modeStart), nameStart < firstLine.content.upperBound,
      text[nameStart] == 0x20
    else { return nil }
    var file = File(
      range: start..<firstLine.next, name: text.bytes(nameStart + 1..<firstLine.content.upperBound),
      bytes: [], isWhole: false)
    var position = firstLine.next
    while position < text.count {
      let line = text.line(from: position, to: text.count)
      if line.content.count == 3, text.hasPrefix("end", at: position) {
        file.isWhole = true
        position = line.next
        break
      }
      guard appendUULine(text, line.content, to: &file.bytes) else { break }
      position = line.next
    }
    file.range = start..<position
    return file.bytes.isEmpty ? nil : file
  }

  /// Decodes a line of uuencode; false where it is none.
  private static func appendUULine(
    _ text: Span<UInt8>, _ line: Range<Int>, to bytes: inout [UInt8]
  ) -> Bool {
    guard let first = line.first, (0x20...0x60).contains(text[first]) else { return line.isEmpty }
    let byteCount = Int((text[first] - 0x20) & 0x3F)
    // Spaces at the end of a line get lost; a sentence is longer or shorter than its count says.
    let digitCount = (byteCount + 2) / 3 * 4
    guard line.count <= digitCount + 3, line.count * 2 > digitCount || byteCount == 0 else {
      return false
    }
    let limit = bytes.count + byteCount
    var bits: UInt32 = 0
    for index in 0..<digitCount {
      let position = first + 1 + index
      let digit = position < line.upperBound ? text[position] : 0x20
      guard (0x20...0x60).contains(digit) else { return false }
      bits = bits << 6 | UInt32((digit - 0x20) & 0x3F)
      guard index % 4 == 3 else { continue }
      for shift: UInt32 in [16, 8, 0] where bytes.count < limit {
        bytes.append(UInt8(truncatingIfNeeded: bits >> shift))
      }
      bits = 0
    }
    return true
  }

  /// Source: yEnc draft 1.3.
  private static func yEncFile(in text: Span<UInt8>, from start: Int) -> File? {
    guard text.hasPrefix("=ybegin ", at: start) else { return nil }
    var line = text.line(from: start, to: text.count)
    guard let name = text.firstPosition(of: " name=", in: line.content) else { return nil }
    var file = File(
      range: start..<line.next, name: text.bytes(name + 6..<line.content.upperBound), bytes: [],
      isWhole: false)
    var position = line.next
    while position < text.count {
      line = text.line(from: position, to: text.count)
      if text.hasPrefix("=yend", at: position) {
        file.isWhole = true
        position = line.next
        break
      }
      if !text.hasPrefix("=ypart ", at: position) {
        appendYEncLine(text, line.content, to: &file.bytes)
      }
      position = line.next
    }
    file.range = start..<position
    return file
  }

  private static func appendYEncLine(
    _ text: Span<UInt8>, _ line: Range<Int>, to bytes: inout [UInt8]
  ) {
    var isEscaped = false
    for position in line {
      let byte = text[position]
      if byte == UInt8(ascii: "="), !isEscaped {
        isEscaped = true
      } else if byte != 0x0D {
        bytes.append(byte &- 42 &- (isEscaped ? 64 : 0))
        isEscaped = false
      }
    }
  }
}
