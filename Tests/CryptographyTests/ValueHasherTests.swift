import Cryptography
import Testing

@Suite struct ValueHasherTests {
  private static let key = (0..<32).map { UInt8($0) }

  // python3 -c 'import hmac,hashlib; print(hmac.new(bytes(range(32)), "v1|KIND|VALUE".encode(),
  //   hashlib.sha256).hexdigest()[:32])'
  @Test(arguments: [
    ("bsn", "999990019", "8527b3a90d7fc518333d62a3ea4e1041"),
    ("iban", "NL91ABNA0417164300", "2ecc507b61c686fc00ed98d888cbda14"),
    ("email", "jan.canarie@voorbeeld.nl", "e0a55cff353fcc64942d63b43cc43791"),
    ("name", "Zoë Šahin", "c74188ad0edb489547525bc2a21bbef5"),
    ("bsn", "", "fb826896b9c2c3fecbde3788dc4d0623"),
  ])
  func `gives the first half of the HMAC of version, kind and value`(
    kind: String, value: String, expected: String
  ) throws {
    let hasher = try #require(ValueHasher(key: Self.key))
    #expect(hex(hasher.hash(kind: kind, value: value).bytes) == expected)
  }

  @Test func `gives the same in any order of values`() throws {
    let hasher = try #require(ValueHasher(key: Self.key))
    let first = hasher.hash(kind: "bsn", value: "999990019")
    _ = hasher.hash(kind: "iban", value: "NL91ABNA0417164300")
    #expect(hasher.hash(kind: "bsn", value: "999990019") == first)
  }

  @Test func `tells keys apart by an id that another key does not have`() throws {
    // python3 -c 'import hmac,hashlib; print(hmac.new(bytes(range(32)), b"kid",
    //   hashlib.sha256).hexdigest()[:16])'
    let hasher = try #require(ValueHasher(key: Self.key))
    #expect(hex(hasher.keyID) == "933007a5314c9534")
    let other = try #require(ValueHasher(key: Self.key.reversed()))
    #expect(other.keyID != hasher.keyID)
  }

  @Test func `gives the whole code of bytes for a purpose`() throws {
    // python3 -c 'import hmac,hashlib; print(hmac.new(bytes(range(32)), b"recipe|abc",
    //   hashlib.sha256).hexdigest())'
    let hasher = try #require(ValueHasher(key: Self.key))
    #expect(
      hex(hasher.code(of: Array("abc".utf8), for: "recipe"))
        == "8670b644b7276fbbafa3c48cf372dd433bac669606b8889075b1799ece8b590a")
  }

  @Test(arguments: [0, 1, 16, 31, 33, 64])
  func `takes keys of 32 bytes only`(count: Int) {
    #expect(ValueHasher(key: [UInt8](repeating: 7, count: count)) == nil)
  }

  private func hex(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
