/// Decoding of base64 (RFC 4648, also with `-` and `_`), in which bytes of no digit are left out.
enum Base64Decoding {
  /// Appends what `input` encodes to `output`; what stands behind padding begins anew.
  static func decode(_ input: Span<UInt8>, into output: inout [UInt8]) {
    let start = output.count
    // Room for every group, and for the unfinished ones that padding ends.
    output.append(contentsOf: repeatElement(0, count: input.count / 4 * 3 + 3))
    var written = output.mutableSpan
    let table = values
    let values = table.span
    var end = start
    var position = 0
    var bits: UInt32 = 0
    var digitCount = 0
    while position < input.count {
      if digitCount == 0 {
        position = decodeGroups(input, values, from: position, into: &written, at: &end)
        guard position < input.count else { break }
      }
      let byte = input[position]
      let digit = values[Int(byte)]
      position += 1
      if digit < 64 {
        bits = bits << 6 | UInt32(digit)
        digitCount += 1
        if digitCount == 4 {
          end = append(bits, byteCount: 3, to: &written, at: end)
          (bits, digitCount) = (0, 0)
        }
      } else if byte == UInt8(ascii: "=") {
        end = finish(bits, digitCount, in: &written, at: end)
        (bits, digitCount) = (0, 0)
      }
    }
    end = finish(bits, digitCount, in: &written, at: end)
    output.removeSubrange(end...)
  }

  /// The start of the first line that is text rather than base64; the end of `input` for none.
  static func endOfLines(in input: Span<UInt8>) -> Int {
    let table = values
    let values = table.span
    var position = 0
    // Groups of four digits seldom go over the ends of lines; words often do.
    var isOfGroups = true
    while position < input.count {
      let line = input.line(from: position, to: input.count)
      var strangeCount = 0
      for index in line.content {
        switch input[index] {
        case UInt8(ascii: "="): continue
        // Digits of addresses in the Web, but in mail the line above a footer.
        case UInt8(ascii: "-"), UInt8(ascii: "_"): strangeCount += 1
        case let byte: strangeCount += values[Int(byte)] == 0xFF ? 1 : 0
        }
      }
      if strangeCount > 0 {
        let content = input.trimmingSpace(line.content)
        let isParted = content.contains { input[$0] == 0x20 }
        if isParted || strangeCount * 16 >= line.content.count, !content.isEmpty {
          return isOfGroups ? position : 0
        }
      }
      if line.content.count % 4 != 0 { isOfGroups = false }
      position = line.next
    }
    return input.count
  }

  /// Decodes groups of four digits up to the first byte that is none; returns where that is.
  ///
  /// `values` has 256 entries, one for each byte.
  private static func decodeGroups(
    _ input: Span<UInt8>, _ values: Span<UInt8>, from start: Int,
    into written: inout MutableSpan<UInt8>,
    at end: inout Int
  ) -> Int {
    var position = start
    var place = end
    let limit = input.count &- 4
    let room = written.count &- 3
    while position <= limit, place <= room {
      let first = values[unchecked: Int(input[unchecked: position])]
      let second = values[unchecked: Int(input[unchecked: position &+ 1])]
      let third = values[unchecked: Int(input[unchecked: position &+ 2])]
      let fourth = values[unchecked: Int(input[unchecked: position &+ 3])]
      guard first | second | third | fourth < 64 else { break }
      written[unchecked: place] = first &<< 2 | second &>> 4
      written[unchecked: place &+ 1] = second &<< 4 | third &>> 2
      written[unchecked: place &+ 2] = third &<< 6 | fourth
      position &+= 4
      place &+= 3
    }
    end = place
    return position
  }

  private static func finish(
    _ bits: UInt32, _ digitCount: Int, in written: inout MutableSpan<UInt8>, at end: Int
  ) -> Int {
    guard digitCount >= 2 else { return end }
    return append(
      bits << UInt32(6 * (4 - digitCount)), byteCount: digitCount - 1, to: &written, at: end)
  }

  /// Writes the first bytes of a group; nothing where there is no room.
  private static func append(
    _ bits: UInt32, byteCount: Int, to written: inout MutableSpan<UInt8>, at end: Int
  ) -> Int {
    guard end + byteCount <= written.count else { return end }
    for index in 0..<byteCount {
      written[end + index] = UInt8(truncatingIfNeeded: bits >> UInt32(16 - 8 * index))
    }
    return end + byteCount
  }

  /// The value of each digit; 0xFF for a byte that is none.
  private static let values: [256 of UInt8] = {
    var values = [256 of UInt8](repeating: 0xFF)
    for index in 0..<26 {
      values[0x41 + index] = UInt8(index)
      values[0x61 + index] = UInt8(26 + index)
    }
    for index in 0..<10 { values[0x30 + index] = UInt8(52 + index) }
    values[0x2B] = 62
    values[0x2D] = 62
    values[0x2F] = 63
    values[0x5F] = 63
    return values
  }()
}
