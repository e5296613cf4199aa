package import ScanModel

/// Makes the hashes that stand for values, under one key.
///
/// HMAC-SHA-256 over the version of this form, the id of the kind, and the normal form of the value,
/// each ended by a bar (RFC 2104, FIPS 198-1).
package struct ValueHasher: Sendable {
  package static let keyByteCount = 32
  private static let version: StaticString = "v1|"

  /// The key is mixed into both already: a copy is where each value begins.
  private let inner: SHA256
  private let outer: SHA256
  /// Tells keys apart and betrays nothing of them: 8 bytes.
  package let keyID: [UInt8]

  /// nil for a key of any other length than 32 bytes.
  package init?(key: [UInt8]) {
    guard key.count == Self.keyByteCount else { return nil }
    let block = key + [UInt8](repeating: 0, count: SHA256.blockByteCount - key.count)
    inner = SHA256(startingWith: block.map { $0 ^ 0x36 })
    outer = SHA256(startingWith: block.map { $0 ^ 0x5C })
    keyID = Array(Self.code(of: Array("kid".utf8), inner, outer).prefix(8))
  }

  /// The hash for a value in its normal form; `kind` is the id of its kind.
  package func hash(kind: String, value: String) -> ValueHash {
    var message: [UInt8] = []
    return hash(kind: kind, value: SensitiveText(value), in: &message)
  }

  /// The same; `message` is room to work in.
  package func hash(kind: String, value: SensitiveText, in message: inout [UInt8]) -> ValueHash {
    message.removeAll(keepingCapacity: true)
    message += UnsafeBufferPointer(
      start: Self.version.utf8Start, count: Self.version.utf8CodeUnitCount)
    message += kind.utf8
    message.append(UInt8(ascii: "|"))
    value.appendRevealed(to: &message)
    return Self.withCode(of: message, inner, outer) {
      ValueHash(startOf: UnsafeRawBufferPointer($0))
    }
  }

  /// The code of any bytes under the key, for a purpose that tells it from the hashes of values.
  package func code(of bytes: [UInt8], for purpose: String) -> [UInt8] {
    var message: [UInt8] = []
    message.reserveCapacity(purpose.utf8.count + 1 + bytes.count)
    message += purpose.utf8
    message.append(UInt8(ascii: "|"))
    message += bytes
    return Self.code(of: message, inner, outer)
  }

  private static func code(
    of message: [UInt8], _ inner: SHA256, _ outer: SHA256
  ) -> [UInt8] {
    withCode(of: message, inner, outer) { Array($0) }
  }

  /// HMAC by its definition, whose first block of each half is done with once for all values.
  private static func withCode<Result>(
    of message: [UInt8], _ inner: SHA256, _ outer: SHA256,
    _ take: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    var inner = inner
    inner.add(message.span)
    var outer = outer
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: SHA256.byteCount) { digest in
      inner.finish(into: digest.baseAddress)
      outer.add(UnsafeBufferPointer(digest))
      outer.finish(into: digest.baseAddress)
      return take(UnsafeBufferPointer(digest))
    }
  }
}

extension SHA256 {
  fileprivate init(startingWith bytes: [UInt8]) {
    self.init()
    add(bytes.span)
  }
}
