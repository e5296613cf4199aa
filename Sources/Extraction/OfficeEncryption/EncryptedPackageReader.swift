import ContentTypes
import ScanModel

/// Reads documents of Office 2007 and later that are encrypted as a whole.
enum EncryptedPackageReader {
  /// Decrypts the package in the storage `root` of `file`, and takes the document that it is.
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ file: CompoundFile, root: CompoundFileEntry, _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    guard let infoEntry = file.stream("EncryptionInfo", in: root),
      let packageEntry = file.stream("EncryptedPackage", in: root)
    else { return .partial(.encrypted) }
    let limit = sink.context.limits.bytesInMemory
    guard packageEntry.size <= limit, sink.context.spend(unpacked: 2 * packageEntry.size) else {
      return .partial(.limit)
    }
    let info = file.stream(infoEntry, of: bytes, limit: 1 << 20)
    let package = file.stream(packageEntry, of: bytes)
    guard
      let plain = decrypt(
        package.bytes.span, info.bytes.span, OfficePassword.candidates(sink.context))
    else { return .partial(.encrypted) }
    let type = ContentType.detect(
      head: plain.span.extracting(0..<min(plain.count, ContentType.headByteCount)),
      isWhole: plain.count <= ContentType.headByteCount)
    guard DocumentExtractor.reads(type) else { return .partial(.malformed) }
    let outcome = DocumentExtractor.extract(type, plain.span, into: &sink)
    return outcome == .complete && !package.isWhole ? .partial(.malformed) : outcome
  }

  /// The package without its encryption; nil where none of the passwords fits.
  static func decrypt(
    _ package: Span<UInt8>, _ info: Span<UInt8>, _ passwords: [OfficePassword]
  ) -> [UInt8]? {
    guard package.count > 8, let byteCount = package.littleUInt64(at: 0),
      let major = info.littleUInt16(at: 0), let minor = info.littleUInt16(at: 2)
    else { return nil }
    let rest = package.extracting(8..<package.count)
    var plain: [UInt8]
    switch (major, minor) {
    case (2...4, 2):
      guard let encryption = StandardEncryption(info: info, passwords: passwords) else {
        return nil
      }
      plain = encryption.decrypt(rest)
    case (4, 4):
      guard let encryption = AgileEncryption(info: info, passwords: passwords) else { return nil }
      plain = encryption.decrypt(rest)
    default: return nil
    }
    if byteCount < UInt64(plain.count) { plain.removeLast(plain.count - Int(byteCount)) }
    return plain
  }
}
