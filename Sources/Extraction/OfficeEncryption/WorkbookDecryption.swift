/// Decrypts the stream of a workbook, whose records are encrypted in their places.
enum WorkbookDecryption {
  private static let blockByteCount = 1024
  /// The records that are never encrypted, beside those that begin a substream.
  ///
  /// Source: MS-XLS 2.2.10.
  private static let plainTypes: Set<Int> = [0x002F, 0x00E1, 0x0138, 0x0194, 0x0195, 0x0196]

  /// Decrypts `stream` if it is encrypted; false where none of the passwords fits.
  static func decrypt(_ stream: inout [UInt8], passwords: [OfficePassword]) -> Bool {
    guard let header = passwordHeader(in: stream.span) else { return true }
    let kind = header.count == 4 ? 0 : header.span.littleUInt16(at: 0) ?? 0
    if kind == 0 {
      // Before BIFF8 the key and the verifier stand alone.
      guard let verifier = header.span.littleUInt16(at: header.count - 2),
        let cipher = XORObfuscation(verifier: verifier, passwords: passwords)
      else { return false }
      for part in encryptedParts(of: stream.span) {
        cipher.decrypt(&stream, body: part.body, from: part.start)
      }
      return true
    }
    let rest = Array(header.dropFirst(2))
    guard let cipher = StreamCipher(header: rest.span, passwords: passwords) else { return false }
    let ranges = encryptedParts(of: stream.span).map { $0.start..<$0.body.upperBound }
    cipher.decrypt(&stream, ranges, blockByteCount: blockByteCount)
    return true
  }

  /// The body of the record that tells how the stream is encrypted; nil for none.
  private static func passwordHeader(in stream: Span<UInt8>) -> [UInt8]? {
    var position = 0
    while let record = BIFFRecord(in: stream, at: position) {
      position = record.body.upperBound
      switch record.type {
      case BIFFRecord.Kind.filePassword: return stream.bytes(record.body)
      case BIFFRecord.Kind.endOfStream, BIFFRecord.Kind.boundSheet: return nil
      default: continue
      }
    }
    return nil
  }

  /// The encrypted bodies, and where in them the encrypted bytes begin.
  private static func encryptedParts(
    of stream: Span<UInt8>
  ) -> [(body: Range<Int>, start: Int)] {
    var parts: [(body: Range<Int>, start: Int)] = []
    var position = 0
    while let record = BIFFRecord(in: stream, at: position) {
      position = record.body.upperBound
      guard !plainTypes.contains(record.type),
        !BIFFRecord.Kind.beginnings.contains(record.type)
      else { continue }
      // Where a sheet begins is told in plain numbers.
      let isSheet = record.type == BIFFRecord.Kind.boundSheet
      let start = record.body.lowerBound + (isSheet ? 4 : 0)
      if start < record.body.upperBound { parts.append((record.body, start)) }
    }
    return parts
  }
}
