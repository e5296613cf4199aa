/// Decoding of character references: `&eacute;`, `&#233;`, `&#xE9;`.
///
/// Entities that a document declares itself are never expanded.
struct MarkupReferences {
  /// The bytes that a reference has at most.
  static let byteLimit = 32

  /// Whether the names of HTML count and a missing `;` is forgiven.
  let isHTML: Bool

  /// Appends `range` to `buffer` with its references decoded.
  func append(_ bytes: Span<UInt8>, _ range: Range<Int>, to buffer: inout [UInt8]) {
    var start = range.lowerBound
    var position = start
    while position < range.upperBound {
      if bytes[position] == UInt8(ascii: "&"),
        let (scalar, count) = decode(bytes, position..<range.upperBound, isInAttribute: true)
      {
        buffer.append(bytes, start..<position)
        buffer.append(scalar)
        position += count
        start = position
      } else {
        position += 1
      }
    }
    buffer.append(bytes, start..<range.upperBound)
  }

  /// The character of the reference at the start of `range`, which holds an `&`, and the length
  /// of the reference; nil for none.
  func decode(
    _ bytes: Span<UInt8>, _ range: Range<Int>, isInAttribute: Bool = false
  ) -> (scalar: Unicode.Scalar, count: Int)? {
    let start = range.lowerBound
    let end = min(range.upperBound, start + Self.byteLimit)
    guard start + 2 < end else { return nil }
    if bytes[start + 1] == UInt8(ascii: "#") { return decodeNumber(bytes, start..<end) }
    var nameEnd = start + 1
    while nameEnd < end, bytes[nameEnd].isASCIIAlphanumeric { nameEnd += 1 }
    if nameEnd < end, bytes[nameEnd] == UInt8(ascii: ";") {
      let name = start + 1..<nameEnd
      let codePoint =
        isHTML ? HTMLEntities.codePoint(of: bytes, name) : predefined(bytes, name)
      guard let codePoint, let scalar = Unicode.Scalar(codePoint) else { return nil }
      return (scalar, nameEnd + 1 - start)
    }
    // `&nbsp123` in text; in attributes, `?a=1&copy=2` is no reference.
    guard isHTML, !isInAttribute else { return nil }
    var letterEnd = start + 1
    while letterEnd < nameEnd, !bytes[letterEnd].isASCIIDigit { letterEnd += 1 }
    guard let codePoint = HTMLEntities.codePoint(of: bytes, start + 1..<letterEnd),
      codePoint < 0x100, let scalar = Unicode.Scalar(codePoint)
    else { return nil }
    return (scalar, letterEnd - start)
  }

  private func decodeNumber(
    _ bytes: Span<UInt8>, _ range: Range<Int>
  ) -> (scalar: Unicode.Scalar, count: Int)? {
    var position = range.lowerBound + 2
    let isHexadecimal = bytes[position] | 0x20 == UInt8(ascii: "x")
    if isHexadecimal { position += 1 }
    let firstDigit = position
    var number: UInt32 = 0
    while position < range.upperBound, let digit = bytes[position].hexadecimalValue,
      isHexadecimal || digit < 10
    {
      number = min(number * (isHexadecimal ? 16 : 10) + digit, 0x11_0000)
      position += 1
    }
    let isClosed = position < range.upperBound && bytes[position] == UInt8(ascii: ";")
    guard position > firstDigit, isClosed || isHTML, number > 0 else { return nil }
    guard let scalar = scalar(number) else { return nil }
    return (scalar, position + (isClosed ? 1 : 0) - range.lowerBound)
  }

  /// In HTML, 128 to 159 are characters of Windows-1252.
  private func scalar(_ number: UInt32) -> Unicode.Scalar? {
    guard isHTML, 0x80...0x9F ~= number else { return Unicode.Scalar(number) }
    var encoded: [UInt8] = []
    Windows1252.append(UInt8(number), to: &encoded)
    return String(decoding: encoded, as: UTF8.self).unicodeScalars.first
  }

  /// The five references that XML knows.
  private func predefined(_ bytes: Span<UInt8>, _ name: Range<Int>) -> UInt32? {
    guard name.count <= 4, let codePoint = HTMLEntities.codePoint(of: bytes, name) else {
      return nil
    }
    switch codePoint {
    case 34, 38, 39, 60, 62: return codePoint
    default: return nil
    }
  }
}

extension UInt8 {
  fileprivate var isASCIIDigit: Bool { self &- UInt8(ascii: "0") < 10 }
  fileprivate var isASCIIAlphanumeric: Bool {
    isASCIIDigit || (self | 0x20) &- UInt8(ascii: "a") < 26
  }
}
