import ScanModel

/// Finds in the manifest of a package which entries are encrypted, and whether it has content.
struct OpenDocumentManifest: XMLContent {
  private(set) var namesContent = false
  private(set) var encryptedPaths: Set<String> = []
  private var path = ""

  mutating func begin<Sink: DocumentSink & ~Copyable>(
    _ tag: XMLElement, in bytes: Span<UInt8>, into sink: inout Sink
  ) {
    if let path = tag.value(.path, in: bytes) {
      self.path = String(decoding: path, as: UTF8.self)
      if self.path == "content.xml" { namesContent = true }
    } else if bytes.begins(
      with: "encryption-data", at: tag.localName.lowerBound)
    {
      encryptedPaths.insert(ZipEntry.key(of: path))
    }
  }

  mutating func end<Sink: DocumentSink & ~Copyable>(_ name: OfficeName, into sink: inout Sink) {}
  mutating func take(_ bytes: Span<UInt8>, _ range: Range<Int>) {}
  mutating func take(_ scalar: Unicode.Scalar) {}
}
