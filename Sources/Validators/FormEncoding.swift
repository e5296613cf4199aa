// The encoding of values in addresses of the web and in forms: `Jan%20de%20Vries`, `Jan+de+Vries`.

extension Span<UInt8> {
  /// The text with `%2D` and the like read as the bytes that they stand for; nil where it has none, or
  /// is too long for a value.
  var percentDecoded: [UInt8]? { decoded(isPlusSpace: false) }

  /// The same with `+` read as a space; nil where it has neither.
  var formDecoded: [UInt8]? { decoded(isPlusSpace: true) }

  private func decoded(isPlusSpace: Bool) -> [UInt8]? {
    guard count <= 400, hasEscapes(isPlusSpace: isPlusSpace) else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    var index = 0
    while index < count {
      if let byte = percentEscape(at: index) {
        bytes.append(byte)
        index += 3
      } else {
        bytes.append(isPlusSpace && isPlus(at: index) ? UInt8(ascii: " ") : self[index])
        index += 1
      }
    }
    return bytes
  }

  private func hasEscapes(isPlusSpace: Bool) -> Bool {
    for index in indices {
      switch self[index] {
      case UInt8(ascii: "+"): if isPlusSpace { return true }
      case UInt8(ascii: "%"): if percentEscape(at: index) != nil { return true }
      default: continue
      }
    }
    return false
  }

  private func isPlus(at index: Int) -> Bool { self[index] == UInt8(ascii: "+") }

  /// The byte that `%` and two hexadecimal digits stand for; nil where there are none.
  package func percentEscape(at index: Int) -> UInt8? {
    guard index + 2 < count, self[index] == UInt8(ascii: "%"),
      let high = self[index + 1].hexValue, let low = self[index + 2].hexValue
    else { return nil }
    return high << 4 | low
  }
}

extension UInt8 {
  fileprivate var hexValue: UInt8? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
