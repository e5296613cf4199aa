/// Decrypts the stream of an encrypted presentation of PowerPoint, object for object.
///
/// Source: MS-PPT 2.3.7 and 2.4.
enum PowerPointDecryption {
  private static let session = 0x2F14

  /// Decrypts the objects at `positions`, by their numbers; false where none of the passwords fits.
  ///
  /// `sessionID` is the number of the object that tells of the encryption.
  static func decrypt(
    _ stream: inout [UInt8], positions: [Int: Int], sessionID: Int, passwords: [OfficePassword]
  ) -> Bool {
    guard let sessionStart = positions[sessionID],
      let session = OfficeRecord(stream.span, at: sessionStart, end: stream.count),
      session.type == Self.session,
      let cipher = StreamCipher(
        header: stream.span.extracting(session.content), passwords: passwords)
    else { return false }
    var end = 0
    let others = positions.filter { $0.key != sessionID }
    for (number, start) in others.sorted(by: { $0.value < $1.value }) where start >= end {
      guard start <= stream.count - OfficeRecord.headerByteCount else { continue }
      // The key of an object begins with its header.
      var header = Array(stream[start..<start + OfficeRecord.headerByteCount])
      cipher.decrypt(&header, block: number)
      let byteCount = header.span.littleUInt32(at: 4) ?? 0
      end = min(start + OfficeRecord.headerByteCount + byteCount, stream.count)
      var object = Array(stream[start..<end])
      cipher.decrypt(&object, block: number)
      stream.replaceSubrange(start..<end, with: object)
    }
    return true
  }
}
