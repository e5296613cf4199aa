import Cryptography
import Testing

@Suite struct DigestTests {
  // Source: RFC 1321, A.5.
  @Test(arguments: [
    ("", "d41d8cd98f00b204e9800998ecf8427e"), ("a", "0cc175b9c0f1b6a831c399e269772661"),
    ("abc", "900150983cd24fb0d6963f7d28e17f72"),
    ("message digest", "f96b697d7cb7938d525a2f31aaf161d0"),
    (
      "12345678901234567890123456789012345678901234567890123456789012345678901234567890",
      "57edf4a22be3c955ac49da2e2107b67a"
    ),
  ])
  func `makes digests of MD5`(message: String, digest: String) {
    #expect(MD5.digest(Array(message.utf8)).hexadecimal == digest)
  }

  // Source: RFC 3174, 7.3; FIPS 180-4, with the examples that NIST publishes beside it.
  private static let twoBlocks =
    "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"

  @Test(arguments: [
    ("abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
    (twoBlocks, "84983e441c3bd26ebaae4aa1f95129e5e54670f1"),
  ])
  func `makes digests of SHA-1`(message: String, digest: String) {
    #expect(SHA1.digest(Array(message.utf8)).hexadecimal == digest)
  }

  @Test(arguments: [
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (twoBlocks, "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"),
  ])
  func `makes digests of SHA-256`(message: String, digest: String) {
    #expect(SHA256.digest(Array(message.utf8)).hexadecimal == digest)
  }

  @Test func `makes digests of SHA-384 and SHA-512`() {
    let message = Array("abc".utf8)
    #expect(
      SHA512.digest384(message).hexadecimal
        == "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed"
        + "8086072ba1e7cc2358baeca134c825a7")
    #expect(
      SHA512.digest(message).hexadecimal
        == "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
        + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f")
    let long = Array(
      ("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
        + "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu").utf8)
    #expect(
      SHA512.digest(long).hexadecimal
        == "8e959b75dae313da8cf4f72814fc143f8f7779c6eb9f7fa17299aeadb6889018"
        + "501d289e4900f7e4331b99dec4b5433ac7d329eeb6dd26545e96e55b874be909")
  }

  @Test func `makes digests of messages that end where a block does`() {
    // Source: Python's hashlib.
    #expect(
      SHA512.digest([UInt8](repeating: 0x61, count: 111)).hexadecimal.hasPrefix(
        "fa9121c7b32b9e01733d034cfc78cbf6"))
    #expect(
      SHA512.digest([UInt8](repeating: 0x61, count: 112)).hexadecimal.hasPrefix(
        "c01d080efd492776a1c43bd23dd99d0a"))
    #expect(
      SHA1.digest([UInt8](repeating: 0x61, count: 55)).hexadecimal.hasPrefix(
        "c1c8bbdc22796e28c0e15163d20899b6"))
    #expect(
      SHA1.digest([UInt8](repeating: 0x61, count: 64)).hexadecimal.hasPrefix(
        "0098ba824b5c16427bd7a1122a5a442a"))
  }
}

extension [UInt8] {
  /// The bytes as digits, two for each.
  fileprivate var hexadecimal: String {
    map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
