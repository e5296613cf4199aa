import Testing

@testable import Extraction

@Suite struct PasswordHashTests {
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
