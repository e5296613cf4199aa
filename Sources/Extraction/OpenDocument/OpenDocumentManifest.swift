import ScanModel

/// Finds in the manifest of a package which entries are encrypted.
struct OpenDocumentManifest: XMLPartHandler {
  private(set) var encryptedPaths: Set<String> = []
  private var path = ""

  mutating func open<Sink: DocumentSink & ~Copyable>(
    _ tag: borrowing MarkupTag, in bytes: Span<UInt8>, into sink: inout Sink
  ) {
    if let path = tag.value(.path, in: bytes) {
      self.path = String(decoding: path, as: UTF8.self)
    } else if bytes.begins(
      with: "encryption-data", at: bytes.localName(tag.name).lowerBound)
    {
      encryptedPaths.insert(ZipEntry.key(of: path))
    }
  }

  mutating func close<Sink: DocumentSink & ~Copyable>(into sink: inout Sink) {}
  mutating func take(_ bytes: Span<UInt8>, _ range: Range<Int>) {}
  mutating func take(_ scalar: Unicode.Scalar) {}
}
