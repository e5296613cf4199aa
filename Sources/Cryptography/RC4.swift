internal import CNettle

/// The stream cipher RC4, with which Office encrypted up to 2003.
package struct RC4 {
  private var context = arcfour_ctx()

  /// `key` has at least one byte.
  package init(key: [UInt8]) {
    precondition(!key.isEmpty)
    nettle_arcfour_set_key(&context, key.count, key)
  }

  /// Decrypts, or encrypts, `bytes` in place.
  package mutating func apply(to bytes: inout [UInt8]) {
    apply(to: &bytes, in: bytes.indices)
  }

  /// Decrypts, or encrypts, the bytes in `range` in place.
  package mutating func apply(to bytes: inout [UInt8], in range: Range<Int>) {
    bytes.withUnsafeMutableBufferPointer { bytes in
      let part = UnsafeMutableBufferPointer(rebasing: bytes[range])
      nettle_arcfour_crypt(&context, part.count, part.baseAddress, part.baseAddress)
    }
  }

  /// Goes on as if so many bytes had been decrypted.
  package mutating func skip(_ byteCount: Int) {
    var skipped = [UInt8](repeating: 0, count: min(byteCount, 4096))
    var left = byteCount
    while left > 0 {
      apply(to: &skipped, in: 0..<min(left, skipped.count))
      left -= skipped.count
    }
  }
}
