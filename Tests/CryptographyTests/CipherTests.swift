import Cryptography
import Testing

@Suite struct CipherTests {
  private func bytes(_ text: String) -> [UInt8] {
    Hexadecimal.bytes(of: text) ?? []
  }

  // Source: RFC 6229, key streams from offset 0.
  @Test(arguments: [
    ("0102030405", "b2396305f03dc027ccc3524a0a1118a8"),
    ("0102030405060708090a0b0c0d0e0f10", "9ac7cc9a609d1ef7b2932899cde41b97"),
  ])
  func `makes key streams of RC4`(key: String, stream: String) {
    var bytes = [UInt8](repeating: 0, count: 16)
    var cipher = RC4(key: self.bytes(key))
    cipher.apply(to: &bytes)
    #expect(Hexadecimal.text(of: bytes) == stream)
  }

  // Source: RFC 6229, key stream from offset 4096.
  @Test func `goes on behind what it skips`() {
    var bytes = [UInt8](repeating: 0, count: 16)
    var cipher = RC4(key: self.bytes("0102030405"))
    cipher.skip(4096)
    cipher.apply(to: &bytes)
    #expect(Hexadecimal.text(of: bytes) == "ff25b58995996707e51fbdf08b34d875")
  }

  // Source: FIPS 197, C.1 to C.3.
  @Test(arguments: [
    ("000102030405060708090a0b0c0d0e0f", "69c4e0d86a7b0430d8cdb78070b4c55a"),
    (
      "000102030405060708090a0b0c0d0e0f1011121314151617", "dda97ca4864cdfe06eaf70a0ec0d7191"
    ),
    (
      "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",
      "8ea2b7ca516745bfeafc49904b496089"
    ),
  ])
  func `encrypts and decrypts blocks of AES`(key: String, block: String) throws {
    let cipher = try #require(AES(key: bytes(key)))
    let plain = "00112233445566778899aabbccddeeff"
    #expect(Hexadecimal.text(of: cipher.encrypt(bytes(plain).span)) == block)
    #expect(Hexadecimal.text(of: cipher.decrypt(bytes(block).span)) == plain)
  }

  // Source: NIST SP 800-38A, F.2.2.
  @Test func `decrypts chained blocks of AES`() throws {
    let cipher = try #require(AES(key: bytes("2b7e151628aed2a6abf7158809cf4f3c")))
    let start = bytes("000102030405060708090a0b0c0d0e0f")
    let blocks = bytes("7649abac8119b246cee98e9b12e9197d5086cb9b507219ee95db113a917678b2")
    #expect(
      Hexadecimal.text(of: cipher.decrypt(blocks.span, chainedTo: start))
        == "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51")
  }

  @Test func `drops what is no whole block`() throws {
    let cipher = try #require(AES(key: [UInt8](repeating: 1, count: 32)))
    let bytes = [UInt8](0..<40)
    #expect(cipher.decrypt(cipher.encrypt(bytes.span).span) == Array(bytes[..<32]))
    #expect(cipher.encrypt([UInt8](0..<15).span).isEmpty)
  }

  @Test func `knows no keys of another length`() {
    #expect(AES(key: [UInt8](repeating: 0, count: 17)) == nil)
  }
}
