/// Takes RTF apart into tokens, one after the other.
struct RTFCursor {
  private(set) var position: Int
  /// The parameter of the control word that was read last; 1 where it has none.
  private(set) var parameter = 1
  private(set) var hasParameter = false
  private let words = RTFWordTable.shared

  init(from position: Int) {
    self.position = position
  }

  mutating func next(_ bytes: Span<UInt8>) -> RTFToken {
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\\"):
        return control(bytes)
      case UInt8(ascii: "{"):
        position &+= 1
        return .open
      case UInt8(ascii: "}"):
        position &+= 1
        return .close
      case UInt8(ascii: "\t"):
        position &+= 1
        return .word(.tab)
      case ..<0x20:
        position &+= 1
      default:
        return text(bytes)
      }
    }
    return .end
  }

  /// Goes on to the end of the innermost group, before its brace; false where there is none.
  mutating func skipGroup(_ bytes: Span<UInt8>) -> Bool {
    var depth = 0
    while position < bytes.count {
      position = bytes.endOfPlainRTF(from: position)
      guard position < bytes.count else { return false }
      switch bytes[position] {
      case UInt8(ascii: "{"): depth &+= 1
      case UInt8(ascii: "}"):
        if depth == 0 { return true }
        depth &-= 1
      case UInt8(ascii: "\\"):
        _ = control(bytes)
        continue
      default: break
      }
      position &+= 1
    }
    return false
  }

  private mutating func text(_ bytes: Span<UInt8>) -> RTFToken {
    let start = position
    var union: UInt8 = 0
    // Most texts are shorter than a block.
    let near = min(bytes.count, start &+ 32)
    while position < near {
      let byte = bytes[position]
      if byte.isRTFMark { return .text(start..<position, isASCII: union < 0x80) }
      union |= byte
      position &+= 1
    }
    var isASCII = union < 0x80
    while position &+ ByteBlock.byteCount <= bytes.count {
      let block = ByteBlock(bytes, at: position)
      let marks =
        block.mask(from: 0, through: 0x1F)
        | block.mask(of: UInt8(ascii: "{"), or: UInt8(ascii: "}"))
        | block.mask(of: UInt8(ascii: "\\"))
      let length = marks.trailingZeroBitCount
      let before = marks == 0 ? UInt64.max : (1 &<< UInt64(length)) &- 1
      if block.beyondASCII & before != 0 { isASCII = false }
      position &+= length
      if marks != 0 { return .text(start..<position, isASCII: isASCII) }
    }
    while position < bytes.count, !bytes[position].isRTFMark {
      if bytes[position] >= 0x80 { isASCII = false }
      position &+= 1
    }
    return .text(start..<position, isASCII: isASCII)
  }

  private mutating func control(_ bytes: Span<UInt8>) -> RTFToken {
    position &+= 1
    guard position < bytes.count else { return .end }
    let byte = bytes[position]
    if byte.isASCIILetter { return word(bytes) }
    position &+= 1
    switch byte {
    case UInt8(ascii: "'"):
      return hexByte(bytes)
    case UInt8(ascii: "\r"), UInt8(ascii: "\n"):
      return .word(.par)
    case UInt8(ascii: "\t"):
      return .word(.tab)
    default:
      return .symbol(byte)
    }
  }

  private mutating func hexByte(_ bytes: Span<UInt8>) -> RTFToken {
    guard position < bytes.count, let high = bytes[position].hexDigit else {
      return .symbol(UInt8(ascii: "'"))
    }
    position &+= 1
    guard position < bytes.count, let low = bytes[position].hexDigit else { return .byte(high) }
    position &+= 1
    return .byte(high &<< 4 | low)
  }

  private mutating func word(_ bytes: Span<UInt8>) -> RTFToken {
    var key = RTFWordTable.emptyKey
    while position < bytes.count, bytes[position].isASCIILetter {
      key = RTFWordTable.key(key, bytes[position])
      position &+= 1
    }
    readParameter(bytes)
    if position < bytes.count, bytes[position] == UInt8(ascii: " ") { position &+= 1 }
    guard let word = words[key] else { return .unknownWord }
    guard word == .bin else { return .word(word) }
    let start = position
    position += min(max(hasParameter ? parameter : 0, 0), bytes.count - position)
    return .binary(start..<position)
  }

  private mutating func readParameter(_ bytes: Span<UInt8>) {
    parameter = 1
    hasParameter = false
    var place = position
    let isNegative = place < bytes.count && bytes[place] == UInt8(ascii: "-")
    if isNegative { place &+= 1 }
    var value = 0
    while place < bytes.count {
      let digit = bytes[place] &- UInt8(ascii: "0")
      guard digit < 10 else { break }
      if value < 1 << 31 { value = value &* 10 &+ Int(digit) }
      hasParameter = true
      place &+= 1
    }
    guard hasParameter else { return }
    position = place
    parameter = isNegative ? -value : value
  }
}

extension UInt8 {
  /// Whether the byte ends a text: a control character, a brace or a backslash.
  @inline(__always)
  fileprivate var isRTFMark: Bool {
    self < 0x20 || self == UInt8(ascii: "\\") || self == UInt8(ascii: "{")
      || self == UInt8(ascii: "}")
  }
}

extension Span<UInt8> {
  /// The first brace or backslash from `start` on; `count` for none.
  fileprivate func endOfPlainRTF(from start: Int) -> Int {
    var position = start
    while position &+ ByteBlock.byteCount <= count {
      let block = ByteBlock(self, at: position)
      let marks =
        block.mask(of: UInt8(ascii: "{"), or: UInt8(ascii: "}"))
        | block.mask(of: UInt8(ascii: "\\"))
      if marks != 0 { return position &+ marks.trailingZeroBitCount }
      position &+= ByteBlock.byteCount
    }
    while position < count {
      switch self[position] {
      case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\\"): return position
      default: position &+= 1
      }
    }
    return count
  }
}
