/// Values that are plainly base64: by themselves, in a `data:` URL, or in a JSON Web Token.
enum EncodedValue {
  /// What the value encodes; nil where it is not plainly base64.
  ///
  /// Of a token (RFC 7519) the header and the claims, each on a line.
  static func decode(_ value: Span<UInt8>) -> [UInt8]? {
    if value.begins(with: "data:") {
      guard let start = value.end(of: ";base64,", before: 128) else { return nil }
      return decode(value, start..<value.count)
    }
    if value.begins(with: "eyJ"), let dot = value.position(of: UInt8(ascii: "."), from: 0),
      let second = value.position(of: UInt8(ascii: "."), from: dot + 1),
      var token = decode(value, 0..<dot), let claims = decode(value, dot + 1..<second)
    {
      token.append(UInt8(ascii: "\n"))
      return token + claims
    }
    return decode(value, value.indices)
  }

  private static func decode(_ value: Span<UInt8>, _ range: Range<Int>) -> [UInt8]? {
    var digitCount = 0
    for position in range {
      switch value[position] {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"),
        UInt8(ascii: "-"), UInt8(ascii: "_"):
        digitCount += 1
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): continue
      case UInt8(ascii: "=") where position + 2 >= range.upperBound: continue
      default: return nil
      }
    }
    // One digit left over encodes nothing.
    guard digitCount % 4 != 1 else { return nil }
    var decoded: [UInt8] = []
    Base64Decoding.decode(value.extracting(range), into: &decoded)
    return decoded
  }
}

extension Span<UInt8> {
  fileprivate func begins(with prefix: StaticString) -> Bool {
    guard count >= prefix.utf8CodeUnitCount else { return false }
    for index in 0..<prefix.utf8CodeUnitCount where self[index] != prefix.utf8Start[index] {
      return false
    }
    return true
  }

  fileprivate func position(of byte: UInt8, from start: Int) -> Int? {
    (start..<count).first { self[$0] == byte }
  }

  /// The position behind `mark`, which begins before `limit`.
  fileprivate func end(of mark: StaticString, before limit: Int) -> Int? {
    (0..<Swift.min(limit, count)).first { extracting($0...).begins(with: mark) }
      .map { $0 + mark.utf8CodeUnitCount }
  }
}
