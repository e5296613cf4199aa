internal import Cryptography

/// Keys that are made of a password so that trying many of them takes long (PBKDF2).
///
/// Source: RFC 8018, 5.2.
enum PasswordHash {
  static func sha1(
    of password: [UInt8], salt: [UInt8], roundCount: Int, byteCount: Int
  ) -> [UInt8] {
    let code = HMACSHA1(key: password)
    var key: [UInt8] = []
    var number: UInt32 = 1
    while key.count < byteCount {
      var message = salt
      message.append(number, .big)
      var round = code.code(of: message.span)
      var block = round
      for _ in 1..<roundCount {
        round = code.code(of: round.span)
        for index in block.indices { block[index] ^= round[index] }
      }
      key += block
      number += 1
    }
    return Array(key.prefix(byteCount))
  }
}
