/// Decrypts the streams of an encrypted document of Word.
///
/// Source: MS-DOC 2.2.6.
enum WordDecryption {
  private static let blockByteCount = 512
  /// The beginning of the header, which is never encrypted.
  private static let plainByteCount = 68
  private static let isObfuscated = 0x8000

  /// The key of the document that one of the passwords gives; nil where none fits, or where its
  /// bytes are only mixed with those of a password.
  ///
  /// The beginning of `table` tells of the encryption.
  static func cipher(
    document: Span<UInt8>, table: Span<UInt8>, passwords: [OfficePassword]
  ) -> StreamCipher? {
    guard let flags = document.littleUInt16(at: 10), flags & isObfuscated == 0,
      let byteCount = document.littleUInt32(at: 14)
    else { return nil }
    let header = table.extracting(table.inside(0..<byteCount))
    return StreamCipher(header: header, passwords: passwords)
  }

  /// Decrypts the stream that holds the text.
  static func decrypt(document: inout [UInt8], _ cipher: StreamCipher) {
    let end = max(document.count, plainByteCount)
    cipher.decrypt(&document, [plainByteCount..<end], blockByteCount: blockByteCount)
  }

  /// Decrypts a stream of tables or data.
  static func decrypt(_ stream: inout [UInt8], _ cipher: StreamCipher) {
    cipher.decrypt(&stream, [0..<stream.count], blockByteCount: blockByteCount)
  }
}
