/// Values that are plainly base64: by themselves, in a `data:` URL, or in a JSON Web Token.
enum EncodedValue {
  /// Before the data of a `data:` URL, behind their type.
  private static let encodingMark: StaticString = ";base64,"
  private static let longestType = 128
  private static let sentenceHead = 64

  /// What a value that is not empty encodes; nil where it is not plainly base64.
  ///
  /// Of a token (RFC 7519) the header and the claims, each on a line.
  static func decode(_ value: Span<UInt8>) -> [UInt8]? {
    if value[0] == UInt8(ascii: "d"), value.begins(with: "data:", at: 0) {
      guard let mark = value.position(of: encodingMark, from: 0), mark < longestType else {
        return nil
      }
      return decode(value, mark + encodingMark.utf8CodeUnitCount..<value.count)
    }
    if value[0] == UInt8(ascii: "e"), value.begins(with: "eyJ", at: 0),
      let dot = value.position(of: ".", from: 0),
      let second = value.position(of: ".", from: dot + 1),
      var token = decode(value, 0..<dot), let claims = decode(value, dot + 1..<second)
    {
      token.append(UInt8(ascii: "\n"))
      return token + claims
    }
    return decode(value, value.indices)
  }

  private static func decode(_ value: Span<UInt8>, _ range: Range<Int>) -> [UInt8]? {
    // Sentences have a space early on.
    let head = range.lowerBound..<min(range.lowerBound + sentenceHead, range.upperBound)
    guard value.position(of: UInt8(ascii: " "), in: head) == head.upperBound else { return nil }
    var digitCount = 0
    for position in range {
      switch value[position] {
      case let byte where byte.isEncodedDigit: digitCount += 1
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
