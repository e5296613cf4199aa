import ScanModel

/// Finds in the container of a book where it is described, and which of its entries are encrypted.
///
/// Source: EPUB Open Container Format 3.3.
struct EPUBContainer: XMLContent {
  private(set) var packagePaths: [String] = []
  private(set) var encryptedPaths: Set<String> = []

  mutating func begin<Sink: DocumentSink & ~Copyable>(
    _ tag: XMLElement, in bytes: Span<UInt8>, into sink: inout Sink
  ) {
    let name = tag.localName
    if bytes.begins(with: "rootfile", at: name.lowerBound), name.count == 8,
      let path = tag.value(named: "full-path", in: bytes)
    {
      packagePaths.append(EPUBPath.resolve(path, in: ""))
    } else if bytes.begins(with: "CipherReference", at: name.lowerBound),
      let path = tag.value(named: "URI", in: bytes)
    {
      encryptedPaths.insert(ZipEntry.key(of: EPUBPath.resolve(path, in: "")))
    }
  }

  mutating func end<Sink: DocumentSink & ~Copyable>(_ name: OfficeName, into sink: inout Sink) {}
  mutating func take(_ bytes: Span<UInt8>, _ range: Range<Int>) {}
  mutating func take(_ scalar: Unicode.Scalar) {}
}

extension XMLElement {
  /// The value of the attribute with this name, whatever its prefix; nil where there is none.
  func value(named name: StaticString, in bytes: Span<UInt8>) -> String? {
    var list = attributeList()
    while let attribute = list.next(in: bytes) {
      let own = attribute.name
      if own.count == name.utf8CodeUnitCount, bytes.begins(with: name, at: own.lowerBound) {
        return String(decoding: bytes.unescaped(attribute.value), as: UTF8.self)
      }
    }
    return nil
  }
}
