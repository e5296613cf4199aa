internal import Crypto

/// Makes the hashes that stand for values, under one key.
///
/// HMAC-SHA-256 over the version of this form, the id of the kind, and the normal form of the value,
/// each ended by a bar (RFC 2104, FIPS 198-1).
package struct ValueHasher: Sendable {
  package static let keyByteCount = 32
  private static let version = "v1|"

  /// Its key is mixed in already: a copy is where each value begins.
  private let start: HMAC<Crypto.SHA256>
  /// Tells keys apart and betrays nothing of them: 8 bytes.
  package let keyID: [UInt8]

  /// nil for a key of any other length than 32 bytes.
  package init?(key: [UInt8]) {
    guard key.count == Self.keyByteCount else { return nil }
    let key = SymmetricKey(data: key)
    start = HMAC<Crypto.SHA256>(key: key)
    var code = start
    code.update(data: Array("kid".utf8))
    keyID = Array(code.finalize().prefix(8))
  }

  /// The hash for a value in its normal form; `kind` is the id of its kind.
  package func hash(kind: String, value: String) -> ValueHash {
    var code = start
    var text = Self.version
    text += kind
    text += "|"
    text += value
    text.withUTF8 { code.update(data: UnsafeRawBufferPointer($0)) }
    guard let hash = ValueHash(Array(code.finalize().prefix(ValueHash.byteCount))) else {
      preconditionFailure("SHA-256 has 32 bytes")
    }
    return hash
  }

  /// The code of any bytes under the key, for a purpose that tells it from the hashes of values.
  package func code(of bytes: [UInt8], for purpose: String) -> [UInt8] {
    var code = start
    code.update(data: Array("\(purpose)|".utf8))
    code.update(data: bytes)
    return Array(code.finalize())
  }
}
