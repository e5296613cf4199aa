internal import Cryptography

/// A JSON object on one line that ends in a keyed code over all bytes before it.
struct SealedLine {
  /// Without a line feed.
  let bytes: [UInt8]

  private static let mark = Array(#","code":""#.utf8)
  private static let end = Array(#""}"#.utf8)
  private static let tailByteCount = mark.count + 2 * AuditHead.codeByteCount + end.count

  /// A line that was read.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Closes an object, whose brace is left out, with the code for a purpose.
  init(sealing object: [UInt8], for purpose: String, _ hasher: ValueHasher) {
    let code = hasher.code(of: object, for: purpose)
    bytes = object + Self.mark + Array(Hexadecimal.text(of: code).utf8) + Self.end
  }

  /// What stands before the code; nil where there is none.
  var object: [UInt8]? {
    guard bytes.count > Self.tailByteCount, code != nil else { return nil }
    return Array(bytes.dropLast(Self.tailByteCount))
  }

  /// The code that the line bears; nil for none.
  var code: [UInt8]? {
    let tail = bytes.suffix(Self.tailByteCount)
    guard tail.count == Self.tailByteCount, tail.starts(with: Self.mark),
      tail.suffix(Self.end.count).elementsEqual(Self.end)
    else { return nil }
    let digits = tail.dropFirst(Self.mark.count).dropLast(Self.end.count)
    return Hexadecimal.bytes(of: String(decoding: digits, as: UTF8.self))
  }

  /// Whether the program wrote it as it is, under this key and for this purpose.
  func isAuthentic(for purpose: String, _ hasher: ValueHasher) -> Bool {
    guard let object, let code else { return false }
    return hasher.code(of: object, for: purpose) == code
  }
}
