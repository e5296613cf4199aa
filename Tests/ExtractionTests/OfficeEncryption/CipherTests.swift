import Testing

@testable import Extraction

@Suite struct CipherTests {
  // Source: RFC 6229, key streams from offset 0.
  @Test(arguments: [
    ("0102030405", "b2396305f03dc027ccc3524a0a1118a8"),
    ("0102030405060708090a0b0c0d0e0f10", "9ac7cc9a609d1ef7b2932899cde41b97"),
  ])
  func `makes key streams of RC4`(key: String, stream: String) {
    var bytes = [UInt8](repeating: 0, count: 16)
    var cipher = RC4(key: Array(hexadecimal: key))
    cipher.apply(to: &bytes)
    #expect(bytes.hexadecimal == stream)
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
  func `decrypts blocks of AES`(key: String, block: String) throws {
    let cipher = try #require(AES(key: Array(hexadecimal: key)))
    #expect(
      cipher.decrypt(Array(hexadecimal: block).span).hexadecimal
        == "00112233445566778899aabbccddeeff")
  }

  // Source: NIST SP 800-38A, F.2.2.
  @Test func `decrypts chained blocks of AES`() throws {
    let cipher = try #require(AES(key: Array(hexadecimal: "2b7e151628aed2a6abf7158809cf4f3c")))
    let start = Array(hexadecimal: "000102030405060708090a0b0c0d0e0f")
    let blocks = Array(
      hexadecimal: "7649abac8119b246cee98e9b12e9197d5086cb9b507219ee95db113a917678b2")
    #expect(
      cipher.decrypt(blocks.span, chainedTo: start).hexadecimal
        == "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51")
  }

  @Test func `knows no keys of another length`() {
    #expect(AES(key: [UInt8](repeating: 0, count: 17)) == nil)
  }

  @Test(
    arguments: [
      // FIPS 197, C.1 to C.3.
      ("000102030405060708090a0b0c0d0e0f", "69c4e0d86a7b0430d8cdb78070b4c55a"),
      (
        "000102030405060708090a0b0c0d0e0f1011121314151617", "dda97ca4864cdfe06eaf70a0ec0d7191"
      ),
      (
        "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",
        "8ea2b7ca516745bfeafc49904b496089"
      ),
    ])
  func `encrypts a block`(key: String, expected: String) throws {
    let cipher = try #require(AES(key: Array(hexadecimal: key)))
    let block = cipher.encrypt((0x0011_2233, 0x4455_6677, 0x8899_AABB, 0xCCDD_EEFF))
    var bytes: [UInt8] = []
    for word in [block.0, block.1, block.2, block.3] { bytes.append(word, .big) }
    #expect(bytes.hexadecimal == expected)
  }

  // Source: RFC 6070.
  @Test func `makes keys of passwords`() {
    #expect(
      PasswordHash.sha1(
        of: Array("password".utf8), salt: Array("salt".utf8), roundCount: 2, byteCount: 20
      ).hexadecimal == "ea6c014dc72d6f8ccd1ed92ace1d41f0d8de8957")
    #expect(
      PasswordHash.sha1(
        of: Array("passwordPASSWORDpassword".utf8),
        salt: Array("saltSALTsaltSALTsaltSALTsaltSALTsalt".utf8), roundCount: 4096, byteCount: 25
      ).hexadecimal == "3d2eec4fe41c849b80c8d83662c0e44a8b291a964cf2f07038")
  }
}
