internal import CByteClasses
internal import Glibc

// Looks at the first bytes of content, of which no place is sure to be there.

extension Span<UInt8> {
  /// Whether `text` stands at `position`.
  func has(_ text: StaticString, at position: Int) -> Bool {
    guard position >= 0, position <= count - text.utf8CodeUnitCount else { return false }
    for index in 0..<text.utf8CodeUnitCount
    where self[position + index] != text.utf8Start[index] {
      return false
    }
    return true
  }

  func has<let length: Int>(_ bytes: [length of UInt8], at position: Int) -> Bool {
    guard position >= 0, position <= count - length else { return false }
    for index in bytes.indices where self[position + index] != bytes[index] { return false }
    return true
  }

  /// Whether `text`, which is in small letters, stands at `position` in capitals or small letters.
  func hasIgnoringCase(_ text: StaticString, at position: Int) -> Bool {
    guard position >= 0, position <= count - text.utf8CodeUnitCount else { return false }
    for index in 0..<text.utf8CodeUnitCount
    where self[position + index].inSmall != text.utf8Start[index] {
      return false
    }
    return true
  }

  /// The number in the four bytes at `position`, which must be there.
  func littleEndian32(at position: Int) -> Int {
    (0..<4).reduce(0) { $0 | Int(self[position + $1]) << (8 * $1) }
  }

  /// Whether a control character that text does not have is among the first `limit` bytes.
  func hasControl(before limit: Int) -> Bool {
    for position in 0..<Swift.min(count, limit) where self[position].isControl { return true }
    return false
  }

  /// The first position from `start` on that holds no ASCII character; `count` for none.
  package func asciiEnd(from start: Int) -> Int {
    guard start < count, self[start] < 0x80 else { return start }
    return start + extracting(start...).measured(by: vp_ascii_end)
  }

  /// What `measure` tells of the bytes.
  func measured(by measure: (vp_path, UnsafePointer<UInt8>, Int) -> Int) -> Int {
    withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map { measure(vp_best_path(), $0, bytes.count) } ?? 0
    }
  }

  /// Whether all of `range` is there and of printable ASCII.
  func isPrintable(_ range: Range<Int>) -> Bool {
    range.upperBound <= count && range.allSatisfy { (0x20...0x7E).contains(self[$0]) }
  }

  /// The first position from `start` on that holds no space, tab or line end; `count` for none.
  func skippingSpace(from start: Int) -> Int {
    var position = start
    while position < count, self[position].isSpace { position += 1 }
    return position
  }

  /// The position of the line feed from `start` on, or `count`.
  func lineEnd(from start: Int) -> Int {
    start < count ? position(of: UInt8(ascii: "\n"), in: start..<count) : start
  }

  /// The position of the first `byte` in `range`, or its end.
  func position(of byte: UInt8, in range: Range<Int>) -> Int {
    extracting(range).withUnsafeBytes { part in
      guard let base = part.baseAddress, let found = memchr(base, Int32(byte), part.count) else {
        return range.upperBound
      }
      return range.lowerBound + (UnsafeRawPointer(found) - base)
    }
  }

  /// The position of the first of two bytes from `start` on, or `count`.
  func position(of one: UInt8, or other: UInt8, from start: Int) -> Int {
    let ones = SIMD16<UInt8>(repeating: one)
    let others = SIMD16<UInt8>(repeating: other)
    var position = start
    while position &+ 16 <= count {
      let part = bytes.unsafeLoadUnaligned(fromByteOffset: position, as: SIMD16<UInt8>.self)
      let lanes = (part .== ones).lanes | (part .== others).lanes
      let found = unsafeBitCast(lanes, to: SIMD2<UInt64>.self)
      if found[0] != 0 { return position &+ found[0].trailingZeroBitCount &>> 3 }
      if found[1] != 0 { return position &+ 8 &+ found[1].trailingZeroBitCount &>> 3 }
      position &+= 16
    }
    while position < count, self[position] != one, self[position] != other { position &+= 1 }
    return position
  }

  /// `range` without spaces, tabs and returns at its ends.
  func trimming(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, self[start].isSpace { start += 1 }
    while start < end, self[end - 1].isSpace { end -= 1 }
    return start..<end
  }
}

extension UInt8 {
  /// Space, tab, line feed or return.
  var isSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }

  var isDigit: Bool { (0x30...0x39).contains(self) }

  var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }

  /// A to Z as a to z, all others as they are.
  var inSmall: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }

  /// C0 control characters other than line ends, tabs, form feeds, backspace and escape, and DEL.
  var isControl: Bool {
    switch self {
    case 0x00...0x07, 0x0E...0x1A, 0x1C...0x1F, 0x7F: true
    default: false
    }
  }
}

extension SIMDMask<SIMD16<Int8>> {
  /// 255 for true, 0 for false.
  @inline(__always)
  var lanes: SIMD16<UInt8> { unsafeBitCast(self, to: SIMD16<UInt8>.self) }
}
