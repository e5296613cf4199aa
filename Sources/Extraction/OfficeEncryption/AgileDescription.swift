/// What the XML in front of an encrypted package tells of its encryption.
struct AgileDescription {
  struct Cipher {
    var digest: OfficeDigest
    var keyByteCount: Int
    var salt: [UInt8]
  }

  /// The key of the package, encrypted with one that comes of a password.
  struct Key {
    var cipher: Cipher
    var spinCount: Int
    var verifier: [UInt8]
    var verifierDigest: [UInt8]
    var key: [UInt8]
  }

  /// How the package is encrypted, and how its key; nil for what is not told or not known.
  private(set) var data: Cipher?
  private(set) var key: Key?

  init(_ info: Span<UInt8>) {
    var position = 0
    while position < info.count {
      guard info[position] == UInt8(ascii: "<") else {
        position += 1
        continue
      }
      var end = position
      while end < info.count, info[end] != UInt8(ascii: ">") { end += 1 }
      let tag = info.bytes(position + 1..<end)
      let name = tag.prefix { $0 > 0x20 }.split(separator: UInt8(ascii: ":")).last ?? []
      if name.elementsEqual("keyData".utf8), data == nil { data = Self.cipher(tag) }
      if name.elementsEqual("encryptedKey".utf8), key == nil { key = Self.key(tag) }
      position = end
    }
  }

  private static func cipher(_ tag: [UInt8]) -> Cipher? {
    guard tag.value(of: "cipherAlgorithm") == Array("AES".utf8),
      tag.value(of: "cipherChaining") == Array("ChainingModeCBC".utf8),
      let digest = OfficeDigest(name: tag.value(of: "hashAlgorithm")),
      let bitCount = tag.number(of: "keyBits"), [128, 192, 256].contains(bitCount)
    else { return nil }
    return Cipher(
      digest: digest, keyByteCount: bitCount / 8, salt: tag.value(of: "saltValue").base64Decoded)
  }

  private static func key(_ tag: [UInt8]) -> Key? {
    guard let cipher = cipher(tag), let spinCount = tag.number(of: "spinCount") else { return nil }
    return Key(
      cipher: cipher, spinCount: spinCount,
      verifier: tag.value(of: "encryptedVerifierHashInput").base64Decoded,
      verifierDigest: tag.value(of: "encryptedVerifierHashValue").base64Decoded,
      key: tag.value(of: "encryptedKeyValue").base64Decoded)
  }
}

extension [UInt8] {
  /// The value of an attribute of this tag; empty for none.
  fileprivate func value(of name: StaticString) -> [UInt8] {
    let front = name.withUTF8Buffer { Array($0) + [UInt8(ascii: "="), UInt8(ascii: "\"")] }
    guard count > front.count else { return [] }
    for start in 1..<count - front.count
    where self[start - 1] <= 0x20 && self[start..<start + front.count].elementsEqual(front) {
      return Array(self[(start + front.count)...].prefix { $0 != UInt8(ascii: "\"") })
    }
    return []
  }

  fileprivate func number(of name: StaticString) -> Int? {
    let digits = value(of: name)
    guard (1...9).contains(digits.count) else { return nil }
    return Int(String(decoding: digits, as: UTF8.self))
  }

  /// The bytes that this text in Base64 stands for; what is no digit of it is passed over.
  fileprivate var base64Decoded: [UInt8] {
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    var bitCount: UInt32 = 0
    for byte in self {
      let digit: UInt8
      switch byte {
      case 0x41...0x5A: digit = byte - 0x41
      case 0x61...0x7A: digit = byte - 0x61 + 26
      case 0x30...0x39: digit = byte - 0x30 + 52
      case UInt8(ascii: "+"): digit = 62
      case UInt8(ascii: "/"): digit = 63
      default: continue
      }
      bits = bits << 6 | UInt32(digit)
      bitCount += 6
      guard bitCount >= 8 else { continue }
      bitCount -= 8
      bytes.append(UInt8(truncatingIfNeeded: bits >> bitCount))
    }
    return bytes
  }
}
