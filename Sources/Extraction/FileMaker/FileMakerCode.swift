/// One code of a leaf: a step on the path, or a value.
struct FileMakerCode {
  enum Kind {
    /// A step into what the bytes name.
    case push
    case pop
    /// A value under a number, or a part of one.
    case value(Int)
    /// A value under a key of bytes.
    case keyed
    /// A value without a key.
    case plain
  }

  let kind: Kind
  /// Where the value lies, or what is stepped into.
  let bytes: Range<Int>
  /// Behind the code.
  let end: Int

  private init(_ kind: Kind, _ start: Int, _ byteCount: Int, paddedBy padding: Int = 0) {
    self.kind = kind
    bytes = start..<start + byteCount
    end = start + byteCount + padding
  }

  /// The code at `position` of a leaf; nil where there is none, or one that its end cuts.
  ///
  /// What lies behind `end` is at hand up to the end of the sector.
  init?(_ form: FileMakerFile.Form, _ bytes: Span<UInt8>, at position: Int, upTo end: Int) {
    guard position < end else { return nil }
    let code = form == .early ? Self.early(bytes, at: position) : Self.masked(bytes, at: position)
    guard let code, code.end <= end else { return nil }
    self = code
  }

  /// A number of one, two or three bytes in a path or before a value; nil for other keys.
  static func number(_ bytes: Span<UInt8>, _ range: Range<Int>, _ form: FileMakerFile.Form) -> Int?
  {
    switch range.count {
    case 1: return bytes.number(at: range.lowerBound)
    case 2: return longNumber(bytes, at: range.lowerBound)
    case 3 where form == .early:
      return 0xC000 + (bytes.number(at: range.lowerBound) & 0x3F) << 16
        + bytes.longNumber(at: range.lowerBound + 1)
    case 3: return 0x80 + bytes.longNumber(at: range.lowerBound + 1)
    default: return nil
    }
  }

  private static func longNumber(_ bytes: Span<UInt8>, at position: Int) -> Int {
    0x80 + bytes.longNumber(at: position) & 0x7FFF
  }
}

// MARK: Up to version 6

extension FileMakerCode {
  private static func early(_ bytes: Span<UInt8>, at position: Int) -> FileMakerCode? {
    let code = bytes.number(at: position)
    let next = bytes.number(at: position + 1)
    switch code {
    case 0x00: return FileMakerCode(.value(0), position + 2, next)
    case 0x01 where next == 0xFF && bytes.number(at: position + 2) == 0x05:
      return FileMakerCode(.plain, position + 8, 0)
    case 0x01: return FileMakerCode(.value(next), position + 3, bytes.number(at: position + 2))
    case 0x02...0x3F:
      let length = position + 1 + code
      return FileMakerCode(.keyed, length + 1, bytes.number(at: length))
    case 0x40...0x7F: return FileMakerCode(.value(code - 0x40), position + 2, next)
    case 0x80...0xBF: return FileMakerCode(.plain, position + 1, code - 0x80)
    case 0xC0: return FileMakerCode(.pop, position + 1, 0)
    case 0xC1...0xFE: return FileMakerCode(.push, position + 1, code - 0xC0)
    default: return extended(bytes, at: position + 1)
    }
  }

  /// A value of more than 255 bytes, behind 0xFF.
  private static func extended(_ bytes: Span<UInt8>, at position: Int) -> FileMakerCode? {
    let code = bytes.number(at: position)
    let keyByteCount = 1...4 ~= code ? code : 0
    let length = position + 1 + keyByteCount
    guard keyByteCount > 0 || 0x40...0x80 ~= code else { return nil }
    let byteCount = bytes.longNumber(at: length)
    switch keyByteCount {
    case 0: return FileMakerCode(.value(code - 0x40), length + 2, byteCount)
    case 1: return FileMakerCode(.value(bytes.number(at: position + 1)), length + 2, byteCount)
    default: return FileMakerCode(.keyed, length + 2, byteCount)
    }
  }
}

// MARK: From version 7 on

extension FileMakerCode {
  private static func masked(_ bytes: Span<UInt8>, at position: Int) -> FileMakerCode? {
    let code = bytes.number(at: position)
    let next = bytes.number(at: position + 1)
    let first = position + 1
    switch code {
    case 0x00: return next == 0 ? nil : FileMakerCode(.plain, first, 1)
    case 0x01...0x05: return FileMakerCode(.value(next), first + 1, code == 1 ? 1 : 2 * (code - 1))
    case 0x06: return FileMakerCode(.value(next), first + 2, bytes.number(at: first + 1))
    case 0x07: return FileMakerCode(.value(next), first + 3, bytes.longNumber(at: first + 1))
    case 0x08: return FileMakerCode(.plain, first, 2)
    case 0x09...0x0D:
      let byteCount = code == 9 ? 1 : 2 * (code - 9)
      return FileMakerCode(.value(longNumber(bytes, at: first)), first + 2, byteCount)
    case 0x0E where next == 0xFF: return FileMakerCode(.plain, first, 6)
    case 0x0E:
      return FileMakerCode(
        .value(longNumber(bytes, at: first)), first + 3, bytes.number(at: first + 2))
    case 0x0F:
      let byteCount = bytes.longNumber(at: first + 2)
      return FileMakerCode(.value(longNumber(bytes, at: first)), first + 4, byteCount)
    case 0x10: return FileMakerCode(.plain, first, 3)
    case 0x11: return FileMakerCode(.plain, first, 4)
    case 0x12...0x15: return FileMakerCode(.plain, first, 3 + 2 * (code - 0x11))
    case 0x16: return FileMakerCode(.keyed, first + 4, bytes.number(at: first + 3))
    case 0x17: return FileMakerCode(.keyed, first + 5, bytes.longNumber(at: first + 3))
    case 0x19: return FileMakerCode(.plain, first + 1, next, paddedBy: 1)
    case 0x1A...0x1D: return FileMakerCode(.plain, first + 1, next, paddedBy: 2 * (code - 0x19))
    case 0x1E, 0x1F:
      let length = first + 1 + next
      return code == 0x1E
        ? FileMakerCode(.keyed, length + 1, bytes.number(at: length))
        : FileMakerCode(.keyed, length + 2, bytes.longNumber(at: length))
    case 0x20 where next == 0xFE, 0xE0 where next == 0xFE: return FileMakerCode(.push, first + 1, 8)
    case 0x20, 0xE0: return FileMakerCode(.push, first, 1)
    case 0x23: return FileMakerCode(.plain, first + 1, next)
    case 0x28: return FileMakerCode(.push, first, 2)
    case 0x30: return FileMakerCode(.push, first, 3)
    case 0x38: return FileMakerCode(.push, first + 1, next)
    case 0x3D, 0x40: return FileMakerCode(.pop, first, 0)
    case 0x80: return FileMakerCode(.plain, first, 0)
    default: return nil
    }
  }
}

extension Span<UInt8> {
  /// The byte at `position`; 0 behind the end.
  fileprivate func number(at position: Int) -> Int { position < count ? Int(self[position]) : 0 }

  /// The number in two bytes.
  fileprivate func longNumber(at position: Int) -> Int {
    number(at: position) << 8 | number(at: position + 1)
  }
}
